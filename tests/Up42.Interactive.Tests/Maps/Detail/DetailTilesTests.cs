namespace Up42.Interactive.Tests.Maps.Detail;

/// <summary>The pixels of detail, wherever a raster lies and whatever it holds, against gdalwarp.</summary>
public sealed class DetailTilesTests(DetailScenes scenes) : IClassFixture<DetailScenes>
{
    [Theory]
    [InlineData("utm", 1)]
    [InlineData("nan", 6)]
    public void Random_tiles_are_those_of_gdalwarp(string kind, int seed) => Judge(kind, 700, 256).Judge(1, seed).ShouldBeEmpty();

    [Theory]
    [InlineData("brazil", 2)]
    [InlineData("antimeridian", 3)]
    [InlineData("north", 4)]
    [InlineData("palette", 5)]
    [Trait("Tier", "Long")]
    public void Random_tiles_of_other_places_and_kinds_are_those_of_gdalwarp(string kind, int seed) => Judge(kind, 700, 256).Judge(1, seed).ShouldBeEmpty();

    [Theory]
    [InlineData("utm", 1)]
    [InlineData("brazil", 2)]
    [InlineData("antimeridian", 3)]
    [InlineData("north", 4)]
    [InlineData("palette", 5)]
    [InlineData("nan", 6)]
    [Trait("Tier", "Long")]
    public void Two_hundred_random_tiles_of_a_whole_scene_are_those_of_gdalwarp(string kind, int seed) =>
        Judge(kind, 10980, 1536).Judge(200, seed).ShouldBeEmpty();

    [Fact]
    public void The_same_check_fails_where_a_level_is_blank()
    {
        var judge = Judge("utm", 400, 128);

        for (var level = 0; level < judge.Grid.Levels; level++)
        {
            judge.Blanked(level).Judge(0, 1).ShouldNotBeEmpty();
        }
    }

    private DetailJudge Judge(string kind, int size, int picture) =>
        DetailJudge.Create(scenes.Get(kind, size), kind is "palette" or "nan" ? [1] : [3, 2, 1], picture);
}
