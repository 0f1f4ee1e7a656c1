namespace Up42.Interactive.Gdal;

/// <summary><c>GMF_*</c>: where a band's mask comes from.</summary>
[Flags]
internal enum GdalMaskFlags
{
    None = 0,
    AllValid = 1,
    PerDataset = 2,
    Alpha = 4,
    NoData = 8,
}
