/// Tables as F# writes them: pipelines, options for what may be missing, and areas of interest that convert by themselves.
module Up42.Interactive.FSharp.Tests.FeatureTableTests

open System
open NetTopologySuite.Geometries
open Up42.Interactive
open Xunit

let private scenes =
    FeatureTable.Parse
        """{"type":"FeatureCollection","features":[
            {"type":"Feature","id":"a","properties":{"name":"a","cloud":10,"more":{"orbit":7}},"geometry":{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}},
            {"type":"Feature","id":"b","properties":{"name":"b","cloud":2.5},"geometry":{"type":"Polygon","coordinates":[[[1,1],[3,1],[3,3],[1,3],[1,1]]]}},
            {"type":"Feature","id":"c","properties":{"name":"c"},"geometry":{"type":"Point","coordinates":[9,9]}}]}"""

let private area = GeometryFactory.Default.ToGeometry(Envelope(0, 1, 0, 1))

[<Fact>]
let ``rows go through pipelines and come back as a table`` () =
    let clear =
        scenes
        |> Seq.filter (fun row -> row.GetNumber "cloud" |> Option.ofNullable |> Option.exists (fun cloud -> cloud < 20.0))
        |> Seq.sortBy (fun row -> row.GetNumber("cloud").Value)
        |> FeatureTable.From

    Assert.Equal<string list>([ "b"; "a" ], [ for row in clear -> string (row.GetText "name") ])

[<Fact>]
let ``tables are cut by areas of every kind`` () =
    Assert.Equal(1, scenes.Clip(area).Count)
    Assert.Equal(2, scenes.Intersects("""{"type":"LineString","coordinates":[[0,0],[3,3]]}""").Count)
    Assert.Equal(100.0, scenes.CoveragePercent(scenes.Head 2), 6)

[<Fact>]
let ``columns are made, chosen, flattened and described`` () =
    let table = scenes.WithColumn("km2", fun (row: FeatureRow) -> box row.AreaSquareKilometers).Flatten([]).SelectColumns [ "name"; "km2"; "more.orbit" ]
    let orbits = table["more.orbit"]
    let first = table[0]

    Assert.Equal(3, table.Describe().Count)
    Assert.Equal<string list>([ "7"; ""; "" ], [ for orbit in orbits -> string orbit ])
    Assert.True(first.GetNumber("km2").Value > 40_000.0)

[<Fact>]
let ``groups, parts and features are sequences`` () =
    let groups = scenes.GroupRowsBy "cloud" |> Seq.map (fun group -> string group.Key, group.Table.Count) |> List.ofSeq

    Assert.Equal(3, groups.Length)
    Assert.Equal(3, scenes.Explode().Count)
    Assert.Equal(3, FeatureTable.From(scenes.ToFeatureCollection()).Count)

[<Fact>]
let ``groups become rows, and tables are joined`` () =
    let counts = scenes.GroupRowsBy("name").Aggregate [ "cloud", "mean"; "cloud", "max" ]
    let joined = scenes.Join(counts.Rename("rows", "scenes"), on = "name")

    Assert.Equal<string list>([ "name"; "rows"; "cloud_mean"; "cloud_max" ], [ for column in counts.Columns -> column.Name ])
    Assert.Equal(1L, joined[1].GetInteger("scenes").Value)
    Assert.Equal(6.25, scenes.Quantile("cloud", 0.5).Value)

[<Fact>]
let ``tables draw themselves`` () =
    Assert.Equal<float list>([ 2.5; 10.0 ], scenes.PlotBars("name", "cloud").Values |> Seq.sort |> List.ofSeq)
    Assert.StartsWith("Plot of cloud by name", string (scenes.PlotSeries("name", "cloud", by = "name")))
    Assert.StartsWith("Map of 0 images and 3 features", string (scenes.Map(colorBy = "cloud", options = MapOptions(Basemaps = [||]))))
    let nearest = scenes.Nearest(scenes)
    let first = nearest[0]
    Assert.Equal(0.0, first.GetNumber("distance_m").Value)
    Assert.Equal(1, scenes.Dissolve().Count)
    let most = scenes.Dissolve("name", [ "cloud", "max" ])[0]
    Assert.Equal(10.0, most.GetNumber("cloud_max").Value)

[<Fact>]
let ``a table shows itself and says what is wrong`` () =
    Assert.Contains("3 features × 3 columns", scenes.ToHtml())
    Assert.StartsWith("FeatureTable: 3 features", scenes.ToString())
    let error = Assert.Throws<ArgumentException>(fun () -> scenes["clouds"] |> ignore)
    Assert.Contains("There is no column 'clouds' in: name, cloud, more.", error.Message)
