namespace Up42.Interactive.Sandbox;

/// <summary>A block of a workflow.</summary>
internal sealed record Block(string Name, string DisplayName, string Version, string Description)
{
    public string Id => StableId.Create("block " + Name);

    /// <summary>The task's name in inputs and listings.</summary>
    public string TaskName => Name + ":1";
}
