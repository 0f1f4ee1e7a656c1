namespace Up42.Interactive;

/// <summary>The shape of a mark: with its colour it tells groups apart.</summary>
internal enum MarkShape
{
    /// <summary>A dot.</summary>
    Circle,

    /// <summary>A square on its side.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>A triangle that points up.</summary>
    Triangle,
}
