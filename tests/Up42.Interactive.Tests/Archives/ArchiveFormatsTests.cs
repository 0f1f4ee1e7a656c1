using System.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>What a file is by its first bytes, and what is said where a disk refuses.</summary>
public class ArchiveFormatsTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData("\u00EF\u00BB\u00BF \r\n\t", "empty")]
    [InlineData("  <?xml", "a web page or XML")]
    [InlineData("\u00EF\u00BB\u00BF{", "JSON")]
    [InlineData("[", "JSON")]
    [InlineData("II*\0", "a TIFF")]
    [InlineData("II+\0", "a TIFF")]
    [InlineData("II,\0", "a file of another kind")]
    [InlineData("MM\0*", "a TIFF")]
    [InlineData("MM\0+", "a TIFF")]
    [InlineData("MM\u0001*", "a file of another kind")]
    [InlineData("BZh9", "packed by bzip2")]
    [InlineData("BZip", "a file of another kind")]
    [InlineData("\u00FD7zXZ", "packed by xz")]
    [InlineData("\u0028\u00B5\u002F\u00FD", "packed by zstd")]
    [InlineData("7z\u00BC\u00AF", "a 7z archive")]
    [InlineData("7zip", "a file of another kind")]
    [InlineData("Rar!", "a RAR archive")]
    [InlineData("Row!", "a file of another kind")]
    [InlineData("SQLite format 3\0", "a GeoPackage or another SQLite database")]
    [InlineData("SQLite format 4\0", "a file of another kind")]
    public void Describe_tells_what_is_no_archive(string start, string right) => ArchiveFormats.Describe(Encoding.Latin1.GetBytes(start)).ShouldBe(right);

    [Theory]
    [InlineData("\u001F\u008B", "GzippedTar")]
    [InlineData("\u001F\u008C", null)]
    [InlineData("PK\u0003\u0004", "Zip")]
    [InlineData("PK\u0005\u0006", "Zip")]
    [InlineData("PK\u0003\u0005", null)]
    [InlineData("PK\u0001\u0002", null)]
    public void Detect_knows_archives_by_their_first_bytes(string start, string? right) =>
        $"{ArchiveFormats.Detect(Encoding.Latin1.GetBytes(start))}".ShouldBe(right ?? "");

    /// <summary>A tar begins with a header, with one that is damaged, or with its end.</summary>
    [Theory]
    [InlineData(0, "Tar")]
    [InlineData(1, null)]
    [InlineData(257, "Tar")]
    public void Detect_knows_a_tar_by_its_first_block(int place, string? right)
    {
        var block = new byte[512];
        Encoding.ASCII.GetBytes(place == 0 ? "" : "ustar").CopyTo(block, place);

        $"{ArchiveFormats.Detect(block)}".ShouldBe(right ?? "");
        ArchiveFormats.Detect(block.AsSpan(0, 511)).ShouldBeNull();
        ArchiveFormats.Detect(new CraftedTar().Add("a").Bytes().AsSpan(0, 512)).ShouldBe(ArchiveFormat.Tar);
    }

    [Theory]
    [InlineData("PK\u0003\u0004", "a zip archive")]
    [InlineData("\u001F\u008B", "a gzipped tar archive")]
    [InlineData("{", "JSON")]
    [InlineData("hello", null)]
    [InlineData(" \n", null)]
    [InlineData("", null)]
    public void DescribeOther_names_what_is_plainly_no_tar(string start, string? right) =>
        ArchiveFormats.DescribeOther(Encoding.Latin1.GetBytes(start)).ShouldBe(right);

    [Theory]
    [InlineData("a.tgz", ".tgz")]
    [InlineData("a.TAR.GZ", ".TAR.GZ")]
    [InlineData("a.gz", ".gz")]
    [InlineData("a.tar", ".tar")]
    [InlineData("a.zip", ".zip")]
    [InlineData("a.tif", "")]
    public void ExtensionOf_is_that_of_an_archive(string name, string right) =>
        ArchiveFormats.ExtensionOf(name).ShouldBe(right.ToLowerInvariant());

    [Fact]
    public void Each_format_has_its_extension_its_type_and_its_name()
    {
        ArchiveFormats.DefaultExtensions.ShouldBe([".tgz", ".tar", ".zip"]);
        new[] { ArchiveFormat.Tar, ArchiveFormat.GzippedTar, ArchiveFormat.Zip }.Select(format => $"{format.MediaType()}: {format.Noun()}").ShouldBe(
            ["application/x-tar: a tar archive", "application/gzip: a gzipped tar archive", "application/zip: a zip archive"]);
    }

    [Fact]
    public void A_disk_that_refuses_is_told_with_the_way_out()
    {
        Describe(new PathTooLongException(), DiskAdvice.Download).ShouldBe(
            "The content could not be written: a path below '/there' is too long for this system. Choose a shorter outputDirectory.");
        Describe(new PathTooLongException(), DiskAdvice.Cache).ShouldBe(
            "The content could not be written: a path below '/there' is too long for this system. Name another folder in the variable UP42_CACHE.");
        Describe(new UnauthorizedAccessException("No."), DiskAdvice.Download).ShouldBe(
            "The content could not be written to /there: there is no permission to write there. Choose another outputDirectory. (No.)");

        static string Describe(Exception error, DiskAdvice advice) => DiskErrors.Describe("The content", "/there", error, advice).Message;
    }

    [Theory]
    [InlineData(true, typeof(IOException))]
    [InlineData(true, typeof(UnauthorizedAccessException))]
    [InlineData(false, typeof(InvalidOperationException))]
    public void Disks_refuse_in_two_ways(bool right, Type error) => DiskErrors.IsDisk((Exception)Activator.CreateInstance(error)!).ShouldBe(right);
}
