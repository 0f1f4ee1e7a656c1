"""
Inputs that each keep to every limit of a single file, and add up; those called honest are as large as customers' and are shown. Files of one folder are one
file under many names.
"""
import json, os, subprocess, zipfile
from images import items, noted_tiff, overviews_tiff, palette_tiff, png
from shared import beside, collection, feature, folder, point

place = ["-a_srs", "EPSG:32633", "-a_ullr", "399960", "5900040", "509760", "5790240"]
spot = collection(feature(point(1, 1)))
square = {"type": "Polygon", "coordinates": [[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]]}


def alike(first, count, pattern):
    """The same file under many names; the pattern's braces take the number."""
    for i in range(1, count):
        other = first.parent.parent / pattern.format(i) if "/" in pattern else first.parent / pattern.format(i)
        other.parent.mkdir(exist_ok=True)
        other.unlink(missing_ok=True)
        os.link(first, other)


def gdal(*arguments):
    subprocess.run([*map(str, arguments)], check=True)


def rasters(name, count, write):
    first = folder(name, data__json=collection()) / "a0.tif"
    write(first)
    alike(first, count, "a{}.tif")


notes = items((900, b'<Item name="k" domain="d%d">v</Item>'), (18_000, b'<Item name="k%d">v</Item>'))
rasters("sum-metadata", 60, lambda path: noted_tiff(path, notes))
rasters("sum-pages", 20, lambda path: overviews_tiff(path, 9_990, 1, kind=0))
rasters("sum-bands", 20, lambda path: gdal("gdal_create", "-q", "-outsize", 2, 2, "-bands", 60_000, "-ot", "Byte", path))
blank = ["-ot", "Byte", "-burn", 1, "-co", "COMPRESS=ZSTD", "-co", "TILED=YES", *place]
rasters("sum-zeros", 8, lambda path: gdal("gdal_create", "-q", "-outsize", 46_000, 46_000, *blank, path))
rasters("sum-truncated", 3000, lambda path: (gdal("gdal_create", "-q", "-outsize", 2000, 2000, "-ot", "Byte", "-burn", 1, *place, path),
                                             os.truncate(path, 40_000)))
rasters("honest-tiles", 20_000, lambda path: gdal("gdal_create", "-q", "-outsize", 16, 16, "-ot", "Byte", "-burn", 1, *place, path))
for index, codec in enumerate(["LZMA", "LERC_ZSTD", "LERC_DEFLATE", "WEBP", "ZSTD", "JPEG"]):
    noise = folder("sum-codecs", data__json=collection()) / f"{codec}0.tif"
    gdal("gdal_create", "-q", "-outsize", 9000, 9000, "-bands", 3, "-ot", "Byte", "-burn", 90, "-co", f"COMPRESS={codec}", "-co", "TILED=YES", "-co",
         "INTERLEAVE=PIXEL", *place, noise)
    alike(noise, 14, codec + "{}.tif")

rasters("sum-aux", 1000, lambda path: (gdal("gdal_create", "-q", "-outsize", 2, 2, *place, path), beside(
    path, "<CategoryNames>" + "".join(f"<Category>c{i}</Category>" for i in range(280_000)) + "</CategoryNames>")))
alike(folder("sum-aux") / "a0.tif.aux.xml", 1000, "a{}.tif.aux.xml")
rasters("sum-palettes", 1500, palette_tiff)
looks = folder("sum-quicklooks", data__json=collection(*(feature(point(i % 180, 1), id=f"s{i}") for i in range(300))))
png(looks / "s0.png", 5700)
alike(looks / "s0.png", 300, "s{}.png")

jobs = folder("sum-rows/job_0", data__json='{"type":"FeatureCollection","features":[' + ",".join(["{}"] * 2_000_000) + "]}")
alike(jobs / "data.json", 30, "job_{}/data.json")
names = ",".join(f'{{"type":"Feature","geometry":null,"properties":{{"a property of its own {i}":"a"}}}}' for i in range(1_000_000))
folder("sum-names", data__json=f'{{"type":"FeatureCollection","features":[{names}]}}')
long = folder("sum-arcs", data__json=spot) / "found.topojson"
arc = [[i % 359 / 2, i % 83] for i in range(50_000)]
long.write_text(json.dumps({"type": "Topology", "arcs": [arc], "objects": {"a": {"type": "GeometryCollection", "geometries": [
    {"type": "LineString", "arcs": [0]} for i in range(600)]}}}))
folder("sum-matches", data__json=collection(*(feature(square, n=i) for i in range(100_000))))
gdal("gdal_create", "-q", "-outsize", 1, 1, "-a_srs", "EPSG:4326", "-a_ullr", 10, 51, 11, 50, "-ot", "Byte", folder("sum-matches") / "r0.tif")
alike(folder("sum-matches") / "r0.tif", 1000, "r{}.tif")
named = collection(*(feature(square, id="a", uid="a", sceneId="a") for i in range(100_000)))
folder("sum-same-names/a", **{}), folder("sum-same-names", data__json=named)
gdal("gdal_create", "-q", "-outsize", 1, 1, "-ot", "Byte", folder("sum-same-names/a") / "r0.tif")
alike(folder("sum-same-names/a") / "r0.tif", 1000, "r{}.tif")
kml = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>' + "".join(f"<Folder><name>f{i}</name></Folder>" for i in range(1900)) + "</Document></kml>"
folder("sum-kml", data__json=spot, k0__kml=kml)
alike(folder("sum-kml") / "k0.kml", 100, "k{}.kml")

packed = folder("sum-archives") / "job_0.zip"
with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("data.json", spot)
    with archive.open("zeros.bin", "w") as zeros:
        for _ in range(1024):
            zeros.write(bytes(1 << 20))
alike(packed, 6, "job_{}.zip")

wide = folder("honest-columns", data__json=spot) / "found.gpkg"
(wide.parent / "in.geojson").write_text(collection(feature(point(1, 1), **{f"attribute_{i:05}_of_survey": i for i in range(1990)})))
gdal("ogr2ogr", "-f", "GPKG", wide, wide.parent / "in.geojson", "-nln", "t")
(wide.parent / "in.geojson").unlink()
ramp = folder("honest-scenes", data__json=collection()) / "ramp.asc"
slope = "\n".join(" ".join(str(500 + 9 * x + 7 * y) for x in range(61)) for y in range(61))
ramp.write_text(f"ncols 61\nnrows 61\nxllcorner 0\nyllcorner 0\ncellsize 1\n{slope}")
scene = ["-r", "bilinear", "-ot", "UInt16", "-co", "COMPRESS=DEFLATE", "-co", "PREDICTOR=YES", *place]
rasters("honest-scenes", 1000, lambda path: gdal("gdal_translate", "-q", "-of", "COG", "-outsize", 10_980, 10_980, *scene, ramp, path))
ramp.unlink()
rows = json.dumps([feature(point(i % 3600 / 10 - 180, i % 1700 / 10 - 85), n=i, name=f"place {i}", kind=i % 7, area=i / 8) for i in range(100_000)])
folder("honest-tables", data__json=spot, t0__geojson=f'{{"type":"FeatureCollection","features":{rows}}}')
alike(folder("honest-tables") / "t0.geojson", 100, "t{}.geojson")
shown = folder("honest-quicklooks", data__json=collection(*(feature(point(i % 180, 1), id=f"s{i}") for i in range(300))))
png(shown / "s0.png", 1000)
alike(shown / "s0.png", 300, "s{}.png")
