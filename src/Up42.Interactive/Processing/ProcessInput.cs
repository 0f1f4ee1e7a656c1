namespace Up42.Interactive;

/// <summary>An input of a process.</summary>
/// <param name="Name">Its name, for example <c>item</c>.</param>
/// <param name="Description">What is wanted.</param>
/// <param name="IsRequired">Whether it must be given; a title that is missing is made from the process's.</param>
public sealed record ProcessInput(string Name, string Description, bool IsRequired)
{
    private static readonly ProcessInput Title = new("title", "a title for the run", IsRequired: false);
    private static readonly ProcessInput Item = new("item", "a STAC item of the storage", IsRequired: true);
    private static readonly ProcessInput Source = new("sourceItem", "the STAC item that is compared or moved", IsRequired: true);
    private static readonly ProcessInput Reference = new("referenceItem", "the STAC item that it is compared with or moved to", IsRequired: true);

    /// <summary>Name and description in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name}: {Description}");

    /// <summary>What is known of a process's inputs; the server does not tell them. Null: nothing.</summary>
    internal static IReadOnlyList<ProcessInput>? Find(string processId) => processId switch
    {
        "coregistration-simularity" => [Title, Source, Reference],
        "detection-change-simularity" => [Title, Source, Reference, new("sensitivity", "how small a change counts", IsRequired: true)],
        "pansharpening" => [Title, Item, new("greyWeights", "the weight of each band in the panchromatic one: [{ band, weight }]", IsRequired: false)],
        _ when processId.StartsWith("detection-", StringComparison.Ordinal) || processId.StartsWith("upsampling-", StringComparison.Ordinal)
            || processId == "true-color-conversion" => [Title, Item],
        _ => null,
    };
}
