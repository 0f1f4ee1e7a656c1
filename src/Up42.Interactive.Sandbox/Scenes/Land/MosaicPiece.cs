namespace Up42.Interactive.Sandbox;

/// <summary>Where a point lies in a <see cref="Mosaic"/>. Lengths are metres.</summary>
internal readonly struct MosaicPiece
{
    public required uint Id { get; init; }

    public required uint Block { get; init; }

    /// <summary>To the nearest border inside the block; the border has the same id all along.</summary>
    public required double Border { get; init; }

    public required uint BorderId { get; init; }

    /// <summary>To the next block.</summary>
    public required double BlockBorder { get; init; }

    public required uint BlockBorderId { get; init; }

    public required double CentreX { get; init; }

    public required double CentreY { get; init; }

    /// <summary>The position along the piece's long side: the way a tractor drives.</summary>
    public required double Along { get; init; }

    public required double Across { get; init; }
}
