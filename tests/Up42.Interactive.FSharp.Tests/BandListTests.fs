/// Bands as F# writes them: a list where a parameter takes bands.
module Up42.Interactive.FSharp.Tests.BandListTests

open System
open Up42.Interactive
open Up42.Interactive.TestKit
open Xunit

[<Fact>]
let ``lists of numbers and of names convert by themselves`` () =
    let results = JobResults.Open Samples.BerlinTgz

    Assert.Contains("bands 3 (red), 2 (green), 1 (blue)", results.PlotResults(bands = [ 3; 2; 1 ]).ToHtml())
    Assert.StartsWith("Map of 1 image", string (results.MapResults(bands = [ 1 ])))
    Assert.Contains("band 1", results.PlotResults(bands = [ "red" ]).ToString())
    Assert.StartsWith("Comparison of ", string (results.CompareResults(results, bands = [ "red" ])))
    Assert.StartsWith("Timeline of one date", string (results.MapTimeline(bands = [ 1 ], date = fun _ -> Nullable DateTimeOffset.UnixEpoch)))
    Assert.Contains("B99", Assert.ThrowsAny<Exception>(fun () -> results.PlotResults(bands = [ "B99" ]) |> ignore).Message)

[<Fact>]
let ``neither one nor three are refused`` () =
    let results = JobResults.Open Samples.BerlinTgz
    let error = Assert.Throws<ArgumentException>(fun () -> results.PlotResults(bands = [ "red"; "green" ]) |> ignore)
    Assert.Contains("2 were given", error.Message)
