namespace Up42.Interactive.TestKit;

/// <summary>
/// Text that a name, a property, a log, a file or an error may hold, and that must stay text. Where one of them is taken for markup
/// or script, <see cref="BrowserPage.AssertNothingRanAsync"/> sees it: it sets <c>window.canary</c> or leaves a canary in the page.
/// </summary>
public static partial class HostileStrings
{
    /// <summary>All of them, different from one another.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Markup, .. Addresses, .. Templates, .. Characters];

    /// <summary>
    /// The one at a place in the list, which begins anew at its end: for records whose every field holds another hostile string.
    /// </summary>
    /// <param name="index">Any number.</param>
    public static string At(int index) => All[index % All.Count];
}
