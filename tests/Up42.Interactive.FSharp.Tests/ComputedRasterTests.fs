/// Rasters as numbers in F#.
module Up42.Interactive.FSharp.Tests.ComputedRasterTests

open Up42.Interactive
open Up42.Interactive.TestKit
open Xunit

[<Fact>]
let ``formulas, conditions, arithmetic and zones`` () =
    let results = JobResults.Open Samples.OlindaTgz
    let difference = results.Compute("b4 - b3")
    let brighter = difference.Where(fun value -> value > 10.0)
    let zones = results.Table.WithZonalStatistics(difference, [ ZonalStatistic.Mean; ZonalStatistic.Percentile 90.0 ])

    Assert.InRange(brighter.Statistics().Minimum, 10.0, 255.0)
    Assert.Equal(0.0, (difference - difference).Statistics().Maximum)
    Assert.Equal(2.0 * difference.Statistics().Maximum, (2.0 * difference).Statistics().Maximum)
    Assert.Contains("b4 - b3_p90", zones.Columns |> Seq.map (fun column -> column.Name))
