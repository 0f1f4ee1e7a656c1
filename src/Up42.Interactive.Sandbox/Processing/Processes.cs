namespace Up42.Interactive.Sandbox;

/// <summary>The processes, under UP42's names; their prices are invented.</summary>
internal static class Processes
{
    public static readonly ProcessPlan Pansharpening = new(
        "pansharpening", "Pansharpening", "Sharpens multispectral bands with the finer panchromatic one.", 15)
    {
        Option = "greyWeights",
    };

    public static readonly ProcessPlan Upsampling = new("upsampling-ns", "NS Upsampling", "Doubles the resolution of very high resolution imagery.", 20);

    public static readonly ProcessPlan SentinelUpsampling = new(
        "upsampling-ns-sentinel", "NS Upsampling Sentinel", "Doubles the resolution of Sentinel-2 imagery.", 9);

    public static readonly ProcessPlan TrueColor = new(
        "true-color-conversion", "True Color Conversion", "Makes an 8-bit picture in natural colours.", 9);

    public static readonly ProcessPlan Orthorectification = new(
        "orthorectification-intermap", "Orthorectification", "Puts an image onto a grid of whole pixels.", 11);

    public static readonly ProcessPlan Coregistration = new(
        "coregistration-simularity", "Co-registration", "Moves a source image onto the grid of a reference, pixel on pixel.", 12)
    {
        TakesPair = true,
    };

    public static readonly ProcessPlan Change = new(
        "detection-change-simularity", "Change Detection", "Finds what differs between a source image and a reference.", 18)
    {
        TakesPair = true,
        Option = "sensitivity",
    };

    public static IReadOnlyList<ProcessPlan> All { get; } =
    [
        Detection("buildings-spacept", "Buildings", new("building", Feature.Bright, 96, 3, 400)),
        Detection("trees-spacept", "Trees", new("tree", Feature.Green, 92, 2, 300)),
        Detection("shadows-spacept", "Shadows", new("shadow", Feature.Dark, 97, 2, 300)),
        Detection("ships-airbus", "Ships", new("vessel", Feature.Contrast, 98, 20, 4000)),
        Detection("wind-turbines-airbus", "Wind Turbines", new("wind turbine", Feature.Bright, 99.8, 1, 6)),
        Detection("storage-tanks-airbus", "Storage Tanks", new("storage tank", Feature.Bright, 99, 4, 60)),
        Detection("trucks-oi", "Trucks", new("truck", Feature.Bright, 99.3, 2, 12)),
        Detection("cars-oi", "Cars", new("car", Feature.Bright, 99.5, 1, 5)),
        Detection("aircraft-oi", "Aircraft", new("aircraft", Feature.Bright, 98.5, 6, 80)) with { IsEulaAccepted = false },
        Upsampling, SentinelUpsampling, TrueColor, Orthorectification, Coregistration, Change, Pansharpening,
    ];

    public static ProcessPlan? Find(string id) => All.FirstOrDefault(process => process.Id == id);

    private static ProcessPlan Detection(string id, string what, DetectionTarget target) => new(
        "detection-" + id, $"{what} Detection", $"Finds {what.ToLowerInvariant()} and draws a box around each.", 25)
    {
        Target = target,
    };
}
