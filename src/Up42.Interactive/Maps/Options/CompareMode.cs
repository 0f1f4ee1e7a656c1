namespace Up42.Interactive;

/// <summary>How a comparison shows its two sides at first; its buttons and keys 1 to 4 switch.</summary>
public enum CompareMode
{
    /// <summary>One map, the left side left of a divider that is moved.</summary>
    Swipe,

    /// <summary>Two maps that move in step.</summary>
    SideBySide,

    /// <summary>One after the other in the same place.</summary>
    Blink,

    /// <summary>The right side minus the left, in colours of its own.</summary>
    Difference,
}
