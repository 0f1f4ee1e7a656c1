"""Makes the worst inputs known, one folder or file each, below the folder that it is given; hostile.sh measures them."""
import json, os, pathlib, sqlite3, struct, subprocess, sys, tarfile, zipfile, zlib

root = pathlib.Path(sys.argv[1])


def folder(name, **files):
    path = root / name
    path.mkdir(parents=True, exist_ok=True)
    for file, text in files.items():
        (path / file.replace("__", ".")).write_text(text)
    return path


def collection(*features):
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def feature(geometry, **properties):
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(x, y):
    return {"type": "Point", "coordinates": [x, y]}


def ring(count, height):
    zigzag = [[10 + 10 * i / count, 50 + height * (i % 2)] for i in range(count)]
    return {"type": "Polygon", "coordinates": [zigzag + [[20, 40], zigzag[0]]]}


def png(path, size):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    packer, row = zlib.compressobj(1), bytes(1 + (size + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(size)) + packer.flush()
    header = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def tiff(path, columns, rows):
    tags = [(256, 4, columns), (257, 4, rows), (258, 3, 8), (259, 3, 8), (262, 3, 1), (273, 4, 200), (277, 3, 1), (278, 4, rows), (279, 4, 40)]
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    path.write_bytes((struct.pack("<2sHI", b"II", 42, 8) + struct.pack("<H", len(tags)) + entries + bytes(4)).ljust(200, b"\0") + bytes(40))


def notebook(name, *cells):
    notebooks = folder("notebooks")
    json_cells = [{"cell_type": kind, "metadata": {}, "source": source, **({"outputs": [], "execution_count": None} if kind == "code" else {})}
                  for kind, source in cells]
    text = json.dumps({"cells": json_cells, "metadata": {"language_info": {"name": "C#"}}, "nbformat": 4, "nbformat_minor": 4})
    (notebooks / f"{name}.ipynb").write_text(text)


folder("far-point", data__json=collection(feature(point(1e18, 0))))
folder("far-apart", data__json=collection(feature(point(0, 0)), feature(point(1e9, 10))))
depth = 20_000
nested = '{"type":"GeometryCollection","geometries":[' * depth + "]}" * depth
folder("nested-geojson", data__json='{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":' + nested + "}]}")
folder("nested-wkt", data__json=collection(), found__wkt="GEOMETRYCOLLECTION(" * depth + ")" * depth)
folder("zigzag", data__json=collection(feature(ring(200_001, 1))))
folder("vertices", data__json=collection(feature(ring(5_000_000, 1))))
folder("columns", data__json=collection(feature(point(1, 1), **{f"c{i}": i for i in range(50_000)})))
folder("long-string", data__json=collection(feature(point(1, 1), text="x" * 500_000_000)))
folder("names", data__json=collection(feature(point(1, 1), **{"n" * 3_000_000: "v" * 3_000_000})), job__json=json.dumps(
    {"id": "j", "name": "n" * 3_000_000, "status": "SUCCEEDED"}))
folder("features", data__json=collection(*(feature(point(i % 180, i % 90), n=i) for i in range(500_000))))
tiff(folder("wide-tiff", data__json=collection()) / "a.tif", 2**31 - 1, 1)
tiff(folder("tall-strip", data__json=collection()) / "a.tif", 46_336, 46_336)
described = folder("band-description", data__json=collection())
(described / "in.vrt").write_text(
    f'<VRTDataset rasterXSize="64" rasterYSize="64"><VRTRasterBand dataType="Byte" band="1"><Description>{"d" * 1_000_000}</Description></VRTRasterBand></VRTDataset>')
subprocess.run(["gdal_translate", "-q", described / "in.vrt", described / "a.tif"], check=True)
(described / "in.vrt").unlink()
png(folder("picture", data__json=collection(feature(point(1, 1), id="scene"))) / "scene.png", 60_000)
view = sqlite3.connect(folder("endless-view") / "data.json")
view.executescript("PRAGMA application_id=1196444487; CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r;")
view.close()
os.mkfifo(folder("pipe-table") / "data.json")
os.mkfifo(folder("pipe-raster", data__json=collection()) / "a.tif")
squares = [[[[x, y], [x + 1, y], [x + 1, y + 1], [x, y]]] for x in range(1000) for y in range(1000)]
degrees = [[[[(x / 10), y / 20] for x, y in ring] for ring in part] for part in squares]
folder("islands", data__json=collection(feature({"type": "MultiPolygon", "coordinates": degrees})))
folder("multipoint", data__json=collection(feature({"type": "MultiPoint", "coordinates": [[i % 359 / 2, i % 8999 / 100] for i in range(3_000_000)]})))
folder("rows", data__json='{"type":"FeatureCollection","features":[' + ",".join(["{}"] * 12_000_000) + "]}")
folder("own-properties", data__json=collection(*(feature(None, **{f"property {i}": i}) for i in range(300_000))))
tasks = [{"id": f"t{i}", "name": "t" * 1000, "status": "FAILED", "parentsIds": [f"t{i - 1}"]} for i in range(20_000)]
folder("tasks", data__json=collection(), job__json=json.dumps({"id": "j", "status": "FAILED", "tasks": tasks}))
folder("deep-inputs", data__json=collection(), job__json='{"id":"j","status":"FAILED","inputs":' + '{"a":' * 20_000 + "1" + "}" * 20_001)
folder("long-record", data__json=collection(), job__json=json.dumps({"id": "j", "status": "FAILED", "error": {"message": "e" * 100_000_000}}))
many = folder("many-rasters", data__json=collection(*(feature(point(i % 180, i % 90), id=f"scene{i}") for i in range(3000))))
tiff(many / "scene0.tif", 1, 1)
for i in range(1, 3000):
    (many / f"scene{i}.tif").write_bytes((many / "scene0.tif").read_bytes())
bands = folder("bands", data__json=collection()) / "a.tif"
subprocess.run(["gdal_create", "-q", "-outsize", "2", "2", "-bands", "60000", "-ot", "Byte", bands], check=True)
loop = folder("tag-loop", data__json=collection()) / "a.tif"
loop.write_bytes(struct.pack("<2sHIHHHIII", b"II", 42, 8, 1, 256, 4, 1, 1, 8))


def blocks_tiff(name, columns, rows, tile=None):
    """A raster of many blocks, all at the same place in the file; strips of one row, or tiles."""
    count = -(-columns // tile) * -(-rows // tile) if tile else rows
    sizes = ([(322, 4, 1, tile), (323, 4, 1, tile)] if tile else [(278, 4, 1, 1)])
    places, lengths = (324, 325) if tile else (273, 279)
    tags = [(256, 4, 1, columns), (257, 4, 1, rows), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (277, 3, 1, 1)] + sizes
    tags += [(places, 4, count, 1000), (lengths, 4, count, 1000 + 4 * count)]
    entries = b"".join(struct.pack("<HHII", *tag) for tag in sorted(tags))
    head = (struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + entries).ljust(1000, b"\0")
    lists = struct.pack("<I", 500) * count + struct.pack("<I", (tile or columns) * (tile or 1)) * count
    (folder(name, data__json=collection()) / "a.tif").write_bytes(head + lists)


blocks_tiff("strips", 1, 20_000_000)
blocks_tiff("tiles", 16 * 1000, 16 * 1000, tile=16)
blocks_tiff("pixel-tiles", 4000, 4000, tile=1)
blocks_tiff("most-blocks", 5000, 5000, tile=1)


def overviews_tiff(name, count, bands):
    file = bytearray(struct.pack("<2sHI", b"II", 42, 8))
    for index in range(count):
        size = 1 if index else 2
        tags = [(254, 4, 1 if index else 0), (256, 4, size), (257, 4, size), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, bands), (278, 4, size),
                (279, 4, bands)]
        file += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
        file += struct.pack("<I", len(file) + 4 if index < count - 1 else 0)
    (folder(name, data__json=collection()) / "a.tif").write_bytes(bytes(file) + bytes(2_000_000))


overviews_tiff("overviews", 9_999, 10)
overviews_tiff("bands-overviews", 20, 60_000)
crowd = folder("entries-folder", data__json=collection())
for i in range(300):
    (crowd / f"{i}").mkdir()
    for k in range(1000):
        (crowd / f"{i}" / f"{k}").touch()


def noted_tiff(name, text):
    tags = [(256, 3, 1, 1), (257, 3, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 0), (277, 3, 1, 1), (278, 3, 1, 1), (279, 3, 1, 1)]
    tags += [(42112, 2, len(text), 8 + 2 + 12 * 10 + 4)]
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    (folder(name, data__json=collection()) / "a.tif").write_bytes(struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + entries + bytes(4) + text)


def items(*kinds):
    return b"<GDALMetadata>" + b"".join(item % i for count, item in kinds for i in range(count)) + b"</GDALMetadata>\0"


noted_tiff("metadata-items", items((1_000_000, b'<Item name="k%d">v</Item>')))
noted_tiff("metadata-domains", items((100_000, b'<Item name="k" domain="d%d">v</Item>')))
noted_tiff("metadata-allowed", items((900, b'<Item name="k" domain="d%d">v</Item>'), (18_000, b'<Item name="k%d">v</Item>')))
jp2 = (pathlib.Path(__file__).parent / "../../shared/data/cases/rasters/j04_dimap_jp2/IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2").read_bytes()
pixels = jp2.index(b"jp2c") - 4
(folder("boxes", data__json=collection()) / "a.jp2").write_bytes(jp2[:pixels] + struct.pack(">I4s4s", 12, b"xml ", b"<a/>") * 200_000 + jp2[pixels:])


def bomb(name, kind):
    zeros = root / "zeros"
    with zeros.open("wb") as file:
        file.truncate(5 << 30)
    files = [(folder("far-apart") / "data.json", "output/data.json"), (zeros, "output/zeros")]
    if kind == "zip":
        with zipfile.ZipFile(root / f"{name}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for path, inner in files:
                archive.write(path, inner)
    else:
        with tarfile.open(root / f"{name}.tgz", "w:gz", compresslevel=6) as archive:
            for path, inner in files:
                archive.add(path, inner)
    zeros.unlink()


bomb("bomb", "tar")
bomb("zip-bomb", "zip")
with tarfile.open(root / "entries.tgz", "w:gz", compresslevel=1) as archive:
    for i in range(300_000):
        archive.addfile(tarfile.TarInfo(f"output/{i}.txt"))
(root / "nested.tgz").write_bytes((root / "bomb.tgz").read_bytes())
for level in range(3):
    inner = root / "inner.tgz"
    (root / "nested.tgz").rename(inner)
    with tarfile.open(root / "nested.tgz", "w:gz", compresslevel=1) as archive:
        archive.add(inner, "output/inner.tgz")
    inner.unlink()
notebook("long-line", ("code", "new string('x', 2_000_000)"))
notebook("blank-heading", ("markdown", "# " + " " * 1_000_000 + "x"))
notebook("deep-markup", ("markdown", "<div>" * 100_000), ("code", "1"))
notebook("quotes", ("markdown", "> " * 50_000 + "x"))
notebook("brackets", ("markdown", "[" * 200_000 + "*a " * 100_000 + "|" * 100_000))
notebook("code-cells", *(("code", f"var x{i} = {i};") for i in range(300)))
notebook("many-cells", *(("markdown", f"# {i}") for i in range(20_000)))
