"""Hostile notebooks. The second argument is the folder of the library."""
import os, subprocess, sys
from shared import collection, folder, notebook, root

notebook("long-line", ("code", "new string('x', 2_000_000)"))
notebook("blank-heading", ("markdown", "# " + " " * 1_000_000 + "x"))
notebook("deep-markup", ("markdown", "<div>" * 100_000), ("code", "1"))
notebook("quotes", ("markdown", "> " * 50_000 + "x"))
notebook("brackets", ("markdown", "[" * 200_000 + "*a " * 100_000 + "|" * 100_000))
notebook("emphasis", ("markdown", "*a **b ***c _d __e " * 40_000), ("markdown", "a***b" * 100_000), ("markdown", "![[a](" * 50_000))
notebook("references", ("markdown", "\n".join(f"[r{i}]: https://a.example/{i}" for i in range(100_000)) + "\n\n" + "[r1] " * 100_000))
notebook("table", ("markdown", "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + ("|b" * 20_000 + "|\n") * 20))
notebook("lists", ("markdown", "\n".join("  " * i + f"- {i}" for i in range(3000))), ("markdown", "- " * 20_000 + "x"))
notebook("entities", ("markdown", "&amp;" * 500_000), ("markdown", "<!--" * 200_000), ("markdown", "<a href='" * 100_000), ("markdown", "`" * 300_000 + "a``b" * 100_000))
notebook("source-lines", ("markdown", ["\n"] * 5_000_000))
deep = "x"
for i in range(200):
    deep = {"a": deep}
notebook("outputs-nested", ("code", "1"), outputs=[{"output_type": "display_data", "metadata": {}, "data": {"application/json": deep}}] * 5000)
notebook("outputs-wide", ("code", "1"), outputs=[{"output_type": "display_data", "metadata": {}, "data": {"application/json": [1] * 10_000_000}}])
notebook("code-cells", *(("code", f"var x{i} = {i};") for i in range(300)))
notebook("many-cells", *(("markdown", f"# {i}") for i in range(20_000)))
notebook("code-crowd", *(("code", f"var x{i} = {i};") for i in range(10_000)))
notebook("cells-crowd", *(("markdown", "x") for i in range(300_000)))

# What nests until a parser's stack ends, and what a parser makes more of than was written.
for name, style in [("style-calc", "width:" + "calc(" * 100_000), ("style-properties", "".join(f"--a{i}:1;" for i in range(100_000)))]:
    notebook(name, ("markdown", f'<div style="{style}">x</div>'), ("code", f"HTML(\"<div style='{style}'>x</div>\")"))
notebook("style-supports", ("code", 'HTML("<style>@supports " + new string((char)40, 100_000) + "a:b{a{color:red}}</style>x")'))
notebook("style-not", ("code", 'HTML("<style>" + string.Concat(Enumerable.Repeat(":not(", 100_000)) + "a{color:red}</style>x")'))
notebook("formatting-again", ("markdown", "<div>\n" + "".join(f"<p><b id={i}></p></x>" for i in range(6000)) + "\n</div>"))
notebook("end-tags", ("markdown", "<div>\n" + "</p>" * 300_000 + "\n</div>"), ("markdown", "<div>\n" + "<div></x>" * 15_000 + "\n</div>"))
notebook("elements-of-cells", *[("markdown", "<i>x</i> " * 19_900)] * 20)
notebook("brackets-of-cells", *[("markdown", "[" * 9999)] * 40)
notebook("fences", *(("markdown", f"```csharp\n{code}\n```") for code in ["(" * 200_000, "var x = new " + "A<" * 100_000, '$"{' * 20_000, "/// <a>\n" * 20_000]))
notebook("code-types", ("code", "var x = typeof(" + "List<" * 20_000 + "int" + ">" * 20_000 + ");"))
notebook("code-tuples", ("code", "var t = (" * 2000 + "1" + ", 1)" * 2000 + ";"))
notebook("code-members", ("code", "var x = 1" + ".ToString().Length" * 20_000 + ";"))
notebook("code-errors", ("code", "[A]" * 1900 + " int a;"))
notebook("exceptions", ("code", 'var e = new Exception("a"); for (var i = 0; i < 100_000; i++) { e = new Exception("b", e); } throw e;'))
notebook("exceptions-of-many", ("code", 'var e = new Exception("a"); for (var i = 0; i < 40; i++) { e = new AggregateException(e, e); } throw e;'))
exceptions = 'var e = new Exception("a"); for (var i = 0; i < 100_000; i++) { e = new Exception("b", e); }'
held = ["new { e }", "(1, e)", "new[] { new { e } }", 'new Dictionary<string, object> { ["a"] = e }']
notebook("exceptions-held", *(("code", code) for code in [exceptions, *held]))
notebook("exception-megabytes", ("code", "throw new Exception(new string('a', 300_000_000));"))
pictures = folder("notebooks/pictures")
with open(pictures / "large.png", "wb") as file:
    file.truncate(400_000_000)
with open(pictures / "many.png", "wb") as file:
    file.write(b"\x89PNG")
    file.truncate(7_000_000)
for link, target in [("passwd.png", "/etc/passwd"), ("zero.png", "/dev/zero")]:
    if not (pictures / link).is_symlink():
        (pictures / link).symlink_to(target)
if not (pictures / "pipe.png").exists():
    os.mkfifo(pictures / "pipe.png")
notebook("pictures-of-others", ("markdown", " ".join(f"![x]({pictures}/{name}.png)" for name in ["large", "passwd", "zero", "pipe"])))
notebook("pictures-again", ("markdown", f"![x]({pictures}/many.png)\n" * 100))

# What the value of a cell may be.
library = f'#r "{sys.argv[2]}/Up42.Interactive.dll"\n'
notebook("list-itself", ("code", library + "var l = new List<object>(); for (var i = 0; i < 30; i++) { l.Add(l); } l"))
notebook("lists-without-end", ("code", library + "IEnumerable<IEnumerable<object>> F() { while (true) { yield return F(); } } F()"))
notebook("items-without-end", ("code", library + "IEnumerable<object> F() { while (true) { yield return new { A = 1, B = \"b\" }; } } F()"))
notebook("itself", ("code", "class N { " + " ".join(f"public N P{i} => this;" for i in range(30)) + " } new N()"))
notebook("list-of-itself", ("code", library + "class N { " + " ".join(f"public N P{i} => this;" for i in range(30)) + " } new[] { new N(), new N() }"))
notebook("values-that-grow", ("code", library + "class N { public string A => new string('a', 10_000_000); } Enumerable.Range(0, 100_000).Select(_ => new N())"))
notebook("value-that-blocks", ("code", library + "class N { public int A { get { System.Threading.Thread.Sleep(-1); return 1; } } } new[] { new N() }"))
notebook("text-that-grows", ("code", "new string('a', 400_000_000)"))
notebook("displays", ("code", "for (var i = 0; i < 100_000; i++) { display(i); }"))
notebook("displays-of-cells", *[("code", "for (var i = 0; i < 4; i++) { display(new string('x', 15_000_000)); }")] * 25)
notebook("displays-replaced", ("code", "for (var i = 0; i < 60; i++) { display(i).Update(new string('y', 15_000_000)); }"))
notebook("json-wide", ("code", 'display("[" + string.Join(",", Enumerable.Repeat("1", 5_000_000)) + "]", "application/json");'))
notebook("streams-of-cells", *[("code", "Console.Write(new string('x', 4_000_000));")] * 150)
notebook("streams-in-turn", ("code", 'for (var i = 0; i < 2_000_000; i++) { Console.Out.Write("a"); Console.Error.Write("b"); }'))
notebook("streams-of-lines", ("code", "for (var i = 0; i < 10; i++) { Console.Write(new string((char)10, 1_000_000)); }"))
notebook("lines-of-megabytes", ("code", "var s = new string('x', 100_000_000); for (var i = 0; i < 30; i++) { Console.WriteLine(s); }"))
notebook("html-that-grows", ("code", "HTML(new string('a', 100_000_000))"))
scene = folder("formula-scene", data__json=collection())
subprocess.run(["gdal_create", "-q", "-outsize", "4000", "4000", "-bands", "2", "-burn", "7", scene / "a.tif"], check=True)


def formula(name, text):
    notebook(name, ("code", f'{library}using Up42.Interactive;\nJobResults.Open("{scene}").PlotResults(options: new PlotOptions {{ Expression = {text} }})'))


formula("formula", '"' + "+".join(["b1"] * 3300) + '"')
formula("formula-logarithms", '"b1' + "*log(b2)" * 1200 + '"')
formula("formula-powers", '"' + "^".join(["b1"] * 48) + '"')
formula("formula-operators", 'string.Join("+", Enumerable.Repeat("b1", 1_000_000))')
formula("formula-depth", 'new string(\'(\', 9_000)')
for file in ["gpkg-layers/found.gpkg", "shape-lies/found.shp", "fgb-lies/found.fgb", "kml-folders/found.kml", "topojson-arcs/found.topojson"]:
    notebook(file.split("/")[0], ("code", f'{library}using Up42.Interactive;\nFeatureTable.Read("{root}/{file}")'))
notebook("stac-item", ("code", library + f'using Up42.Interactive;\nStacItem.Parse(System.Text.Json.JsonElement.Parse(System.IO.File.ReadAllBytes("{root}/stac-item/item.json")))'))

# What cells load, name and leave behind.
loaded = folder("notebooks/loaded")
for i in range(2000):
    (loaded / f"{i}.csx").write_text(f'#load "{i + 1}.csx"')
(loaded / "2000.csx").write_text("")
(loaded / "deep.csx").write_text("var x = " + "(" * 200_000)
(loaded / "large.csx").write_text("// x\n" * 4_000_000)
(loaded / "pipe.csx").unlink(missing_ok=True)
os.mkfifo(loaded / "pipe.csx")
for name, file in [("chain", "0.csx"), ("deep", "deep.csx"), ("large", "large.csx"), ("pipe", "pipe.csx"), ("endless", "/dev/zero")]:
    notebook(f"load-{name}", ("code", f'#load "{file if file.startswith("/") else f"loaded/{file}"}"'))
notebook("load-again", *(("code", f'#load "loaded/{i % 40 + 1960}.csx"\n{i}') for i in range(200)))
notebook("reference-pipe", ("code", '#r "loaded/pipe.csx"\n1'), ("code", '#r "/dev/zero"\n1'))
notebook("end-fails", ("code", "AppDomain.CurrentDomain.ProcessExit += (_, _) => throw new Exception(\"late\"); 1"))
notebook("end-never", ("code", "AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1); 1"))
notebook("thread-never", ("code", "new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start(); 1"))
notebook("exception-displayed", ("code", 'var e = new Exception("a"); for (var i = 0; i < 100_000; i++) { e = new Exception("b", e); } display(e);'),
         ("code", "e"), ("code", "new[] { e }"), ("code", "display(new AggregateException(e), \"text/plain\");"))
