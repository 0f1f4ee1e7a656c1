namespace Up42.Interactive.Gdal;

/// <summary><c>GDALRIOResampleAlg</c>: how pixels are made when a read changes the size.</summary>
internal enum GdalResampling
{
    NearestNeighbour = 0,
    Bilinear = 1,
    Cubic = 2,
    Average = 5,
}
