namespace Up42.Interactive;

/// <summary>One object in a bucket, as it was put there.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed record BucketObject : IDisplay
{
    /// <summary>Its name in the bucket: parts between forward slashes.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is, for other programs: <c>gs://bucket/name</c>, or the full path of a file. It holds no secret.</summary>
    public required string Address { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The MIME type of its bytes.</summary>
    public required string ContentType { get; init; }

    /// <summary>Its CRC-32C: base64 of the big-endian number, as Google's storage writes it.</summary>
    public required string Crc32C { get; init; }

    /// <summary>Its MD5 in base64.</summary>
    public required string Md5 { get; init; }

    /// <summary>The facts as a table.</summary>
    public string ToHtml() => new Fragment
    {
        Static = FactsTable.Create(
            FactsHtml.Title("Uploaded", Name),
            ("Address", FactsHtml.Code(Address)),
            ("Size", Html.Text(FileSize.Format(Length))),
            ("Type", FactsHtml.Text(ContentType)),
            ("CRC-32C", FactsHtml.Code(Crc32C)),
            ("MD5", FactsHtml.Code(Md5))),
    }.ToHtml();

    /// <summary>Address and size in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Address} ({FileSize.Format(Length)})");
}
