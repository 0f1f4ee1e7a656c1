using Up42.Interactive.Gdal;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>Which blocks are tried around damage, and what is lost: a picture of letters, in which an X cannot be read.</summary>
public class DamageTolerantReaderTests
{
    private readonly List<string> _tried = [];
    private readonly List<string> _cleared = [];

    [Fact]
    public void Damage_is_halved_down_to_sixteen_pixels()
    {
        var reader = new DamageTolerantReader(isSequential: false, patience: 100);

        Read(reader, new ReadBlock(0, 0, 64, 32), (column, row) => column == 40 && row == 5);

        _tried.ShouldBe(["0 0 64 32", "0 0 32 32", "32 0 32 32", "32 0 32 16", "32 0 16 16", "48 0 16 16", "32 16 32 16"]);
        _cleared.ShouldBe(["0 0 64 32", "32 0 32 32", "32 0 32 16", "32 0 16 16"]);
        reader.Lost.ShouldBe(256);
        reader.First.ShouldNotBeNull();
    }

    [Fact]
    public void Odd_sides_are_halved_without_a_gap()
    {
        var reader = new DamageTolerantReader(isSequential: false, patience: 100);

        Read(reader, new ReadBlock(3, 2, 33, 17), (column, row) => column == 3 && row == 2);

        _tried.ShouldBe(["3 2 33 17", "3 2 16 17", "3 2 16 8", "3 10 16 9", "19 2 17 17"]);
        reader.Lost.ShouldBe(16 * 8);
    }

    [Fact]
    public void What_lies_in_one_block_of_the_file_is_not_halved()
    {
        var reader = new DamageTolerantReader(isSequential: false, patience: 100);

        Read(reader, new ReadBlock(0, 0, 64, 32), (column, _) => column == 40, isInOne: block => block.Width <= 32);

        _tried.ShouldBe(["0 0 64 32", "0 0 32 32", "32 0 32 32"]);
        reader.Lost.ShouldBe(32 * 32);
    }

    [Fact]
    public void Behind_the_first_damage_of_what_is_read_in_sequence_nothing_is_tried()
    {
        var reader = new DamageTolerantReader(isSequential: true, patience: 100);

        Read(reader, new ReadBlock(0, 0, 64, 8), (_, row) => row >= 3);
        Read(reader, new ReadBlock(0, 8, 64, 8), (_, _) => false);
        Read(reader, new ReadBlock(0, 2, 64, 1), (_, _) => false);

        _tried.ShouldBe(["0 0 64 8", "0 0 64 4", "0 0 64 2", "0 2 64 2", "0 2 64 1", "0 3 64 1", "0 2 64 1"]);
        reader.Lost.ShouldBe(64 * 13);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 5)]
    public void Patience_ends_unless_something_was_read(int good, int tried)
    {
        var reader = new DamageTolerantReader(isSequential: false, patience: 3);

        for (var i = 0; i < 5; i++)
        {
            Read(reader, new ReadBlock(16 * i, 0, 16, 16), (column, _) => column >= 16 * good);
        }

        _tried.Count.ShouldBe(tried);
        reader.Lost.ShouldBe(256 * (5 - good));
    }

    [Fact]
    public void It_can_be_canceled() => Should.Throw<OperationCanceledException>(() => new DamageTolerantReader(false, 1)
        .Read(new ReadBlock(0, 0, 1, 1), _ => { }, _ => { }, _ => false, new CancellationToken(canceled: true)));

    private void Read(DamageTolerantReader reader, ReadBlock all, Func<int, int, bool> isDamaged, Predicate<ReadBlock>? isInOne = null) => reader.Read(
        all,
        block =>
        {
            _tried.Add($"{block.Column} {block.Row} {block.Width} {block.Height}");
            if (Enumerable.Range(block.Column, block.Width).Any(column => Enumerable.Range(block.Row, block.Height).Any(row => isDamaged(column, row))))
            {
                throw new GdalException("X");
            }
        },
        block => _cleared.Add($"{block.Column} {block.Row} {block.Width} {block.Height}"),
        isInOne ?? (_ => false),
        CancellationToken.None);
}
