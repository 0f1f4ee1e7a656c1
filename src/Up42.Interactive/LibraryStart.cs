using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>What is made ready when the library is used first, so that hosts need no set-up.</summary>
internal static class LibraryStart
{
    /// <summary>The runtime calls it before any other code of the library runs.</summary>
#pragma warning disable CA2255 // A library that must find its dependencies in a notebook's process has no other place for it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        AssemblyFallback.Install();
        NativeAssets.Install();
        AddForeignDisplays();
        NotebookHost.ConnectLoaded();
    }

    private static void AddForeignDisplays()
    {
        ForeignDisplays.Add<Geometry>(geometry => new ForeignDisplay(
            Html.Format($"<p>{GeometryCell.Create(geometry).ToHtml(40)}</p>"), GeometryText.Describe(geometry)));
        ForeignDisplays.Add<Envelope>(box => Line(box.IsNull ? "Envelope, empty" : GeometryText.Describe(box)));
        ForeignDisplays.Add<IFeature>(feature => FeatureTable.From([feature])[0]);
        ForeignDisplays.Add<FeatureCollection>(FeatureTable.From);
        ForeignDisplays.Add<JsonElement>(Tree);
        ForeignDisplays.Add<JsonDocument>(json => Tree(json.RootElement));
        ForeignDisplays.Add<JsonNode>(json => Tree(JsonSerializer.SerializeToElement(json, JsonText.AnyType)));
    }

    private static ForeignDisplay Line(string text) => new(Html.Format($"<p>{text}</p>"), text);

    private static ForeignDisplay Tree(JsonElement json) => new(
        JsonTree.Render(json),
        json.ValueKind switch
        {
            JsonValueKind.Object => DisplayText.Count(json.EnumerateObject().Count(), "member"),
            JsonValueKind.Array => DisplayText.Count(json.GetArrayLength(), "item"),
            JsonValueKind.Undefined => "undefined",
            _ => SingleLine.Format(json.ToString()),
        });
}
