namespace Up42.Interactive;

/// <summary>Kinds of work that inputs cause, each of them within every limit of its own, and that add up.</summary>
internal enum Work
{
    /// <summary>Opening rasters and looking at what they hold beside their pixels, in about microseconds (<c>ContainerNotes</c>).</summary>
    Rasters,

    /// <summary>Decoding the values of rasters, in about nanoseconds (<c>ReadPlan</c>).</summary>
    Values,

    /// <summary>Rows of tables (<c>TableBuilder</c>).</summary>
    Rows,

    /// <summary>Files of features, and their layers (<c>VectorResults</c>, <c>GdalVectorReader</c>).</summary>
    Layers,

    /// <summary>Bytes of archives that unpack to far more than they are (<c>ExtractionTarget</c>).</summary>
    Inflation,
}
