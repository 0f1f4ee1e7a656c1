"""Makes the worst inputs known, one folder or file each, below the folder that it is given; hostile.sh measures them."""
import json, os, pathlib, sqlite3, struct, subprocess, sys, tarfile, zlib

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
zeros = root / "zeros"
with zeros.open("wb") as file:
    file.truncate(8 << 30)
with tarfile.open(root / "bomb.tgz", "w:gz", compresslevel=1) as archive:
    archive.add(folder("far-point"), "output")
    info = tarfile.TarInfo("output/zeros")
    info.size = 2 << 30
    with zeros.open("rb") as file:
        archive.addfile(info, file)
zeros.unlink()
notebook("long-line", ("code", "new string('x', 2_000_000)"))
notebook("blank-heading", ("markdown", "# " + " " * 1_000_000 + "x"))
notebook("deep-markup", ("markdown", "<div>" * 100_000), ("code", "1"))
