"""Hostile tables and facts of jobs."""
import json, math, os, random, sqlite3, struct, subprocess
from shared import collection, feature, folder, point


def ring(count, height):
    zigzag = [[10 + 10 * i / count, 50 + height * (i % 2)] for i in range(count)]
    return {"type": "Polygon", "coordinates": [zigzag + [[20, 40], zigzag[0]]]}


def square(x, y, size):
    return [[x, y], [x + size, y], [x + size, y + size], [x, y]]


folder("far-point", data__json=collection(feature(point(1e18, 0))))
folder("far-apart", data__json=collection(feature(point(0, 0)), feature(point(1e9, 10))))
depth = 20_000
nested = '{"type":"GeometryCollection","geometries":[' * depth + "]}" * depth
folder("nested-geojson", data__json='{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":' + nested + "}]}")
folder("nested-wkt", data__json=collection(), found__wkt="GEOMETRYCOLLECTION(" * depth + ")" * depth)
folder("nested-positions", data__json='{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":'
       + "[" * 5_000_000 + "]" * 5_000_000 + "}}]}")
folder("zigzag", data__json=collection(feature(ring(200_001, 1))))
folder("vertices", data__json=collection(feature(ring(5_000_000, 1))))
folder("columns", data__json=collection(feature(point(1, 1), **{f"c{i}": i for i in range(50_000)})))
folder("long-string", data__json=collection(feature(point(1, 1), text="x" * 500_000_000)))
folder("long-number", data__json='{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"n":' + "1" * 50_000_000 + "}}]}")
folder("escapes", data__json=collection(feature(point(1, 1), text="\0" * 20_000_000)))
folder("same-key", data__json='{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{' + ",".join(['"a":1'] * 5_000_000) + "}}]}")
folder("names", data__json=collection(feature(point(1, 1), **{"n" * 3_000_000: "v" * 3_000_000})), job__json=json.dumps(
    {"id": "j", "name": "n" * 3_000_000, "status": "SUCCEEDED"}))
folder("features", data__json=collection(*(feature(point(i % 180, i % 90), n=i) for i in range(500_000))))
degrees = [[square(x / 10, y / 20, 0.05)] for x in range(1000) for y in range(1000)]
folder("islands", data__json=collection(feature({"type": "MultiPolygon", "coordinates": degrees})))
folder("holes", data__json=collection(feature({"type": "Polygon", "coordinates": [square(-1, -1, 110), *(rings[0] for rings in degrees)]})))
folder("wide-collection", data__json=collection(feature({"type": "GeometryCollection", "geometries": [point(i % 359 / 2, i % 89) for i in range(1_000_000)]})))
folder("multipoint", data__json=collection(feature({"type": "MultiPoint", "coordinates": [[i % 359 / 2, i % 8999 / 100] for i in range(3_000_000)]})))
folder("rows", data__json='{"type":"FeatureCollection","features":[' + ",".join(["{}"] * 12_000_000) + "]}")
random = random.Random(1)
crossing = [[random.uniform(-170, 170), random.uniform(-80, 80)] for _ in range(60_000)]
folder("crossing", data__json=collection(feature({"type": "Polygon", "coordinates": [crossing + crossing[:1]]})))
for job in range(200):
    folder(f"own-columns/job_{job}", data__json=collection(feature(point(1, 1), **{f"c{job}_{i}": i for i in range(4000)})), job__json=json.dumps(
        {"id": f"j{job}", "status": "SUCCEEDED"}))
folder("own-properties", data__json=collection(*(feature(None, **{f"property {i}": i}) for i in range(300_000))))
tree = {f"k{i}": {f"l{j}": {f"m{k}": k for k in range(20)} for j in range(20)} for i in range(20)}
folder("property-trees", data__json=collection(*(feature(point(i % 180, 1), tree=tree) for i in range(1000))))
tasks = [{"id": f"t{i}", "name": "t" * 1000, "status": "FAILED", "parentsIds": [f"t{i - 1}"]} for i in range(20_000)]
folder("tasks", data__json=collection(), job__json=json.dumps({"id": "j", "status": "FAILED", "tasks": tasks}))
folder("deep-inputs", data__json=collection(), job__json='{"id":"j","status":"FAILED","inputs":' + '{"a":' * 20_000 + "1" + "}" * 20_001)
folder("wide-inputs", data__json=collection(), job__json='{"id":"j","status":"FAILED","inputs":{"a":[' + ",".join(["1"] * 10_000_000) + "]}}")
folder("long-record", data__json=collection(), job__json=json.dumps({"id": "j", "status": "FAILED", "error": {"message": "e" * 100_000_000}}))
links = [{"rel": "item", "href": f"https://a.example/{i}"} for i in range(1_000_000)]
item = {"type": "Feature", "id": "i", "geometry": None, "properties": {}, "links": links, "assets": {f"a{i}": {"href": f"b{i}"} for i in range(500_000)}}
folder("stac-item", data__json=collection(), item__json=json.dumps(item))
(folder("errors", data__json=collection()) / "processing-job.json").write_text(json.dumps({"job": {"jobID": "j", "status": "failed", "results": {"errors": [
    {"name": "n" * 100, "message": "m" * 100}] * 100_000}}}))

view = sqlite3.connect(folder("endless-view") / "data.json")
view.executescript("PRAGMA application_id=1196444487; CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r;")
view.close()
found = folder("gpkg-layers", data__json=collection()) / "found.gpkg"
(found.parent / "in.geojson").write_text(collection(feature(point(1, 1), n=1)))
subprocess.run(["ogr2ogr", "-f", "GPKG", found, found.parent / "in.geojson", "-nln", "t"], check=True)
(found.parent / "in.geojson").unlink()
plain_package = found.read_bytes()
layers = sqlite3.connect(found)
for i in range(10_000):
    layers.execute(f"CREATE TABLE t{i} (fid INTEGER PRIMARY KEY, geom POINT, n INTEGER)")
    layers.execute(f"INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('t{i}', 'features', 't{i}', 4326)")
    layers.execute(f"INSERT INTO gpkg_geometry_columns VALUES ('t{i}', 'geom', 'POINT', 4326, 0, 0)")
layers.commit()
layers.close()

shape = folder("shape-lies", data__json=collection()) / "found"
length = 2**31 - 1
header = struct.pack(">7i", 9994, 0, 0, 0, 0, 0, length) + struct.pack("<2i8d", 1000, 1, -180, -90, 180, 90, 0, 0, 0, 0)
shape.with_suffix(".shp").write_bytes(header + struct.pack(">2i", 1, length) + struct.pack("<i2d", 1, 1, 1))
shape.with_suffix(".shx").write_bytes(header + struct.pack(">2i", 50, length) * 1000)
shape.with_suffix(".dbf").write_bytes(struct.pack("<B3BIHH20x", 3, 126, 1, 1, length, 33 + 32 * 200, 65535) + (b"N".ljust(11, b"\0") + b"C" + bytes(4) + b"\xff" + bytes(15)) * 200 + b"\r")
(folder("fgb-lies", data__json=collection()) / "found.fgb").write_bytes(b"fgb\x03fgb\x00" + struct.pack("<I", 2**31 - 1) + bytes(range(256)) * 40_000)
circle = [(10 + 5 * math.cos(-i * math.tau / 99_999), 50 + 5 * math.sin(-i * math.tau / 99_999)) for i in range(99_999)]
ring_record = struct.pack("<i4d2ii", 5, 5, 45, 15, 55, 1, 100_000, 0) + b"".join(struct.pack("<2d", *place) for place in circle + circle[:1])
shared = folder("shape-shared", data__json=collection()) / "found"
shared.with_suffix(".shp").write_bytes(header[:24] + struct.pack(">i", 54 + len(ring_record) // 2) + struct.pack("<2i", 1000, 5) + header[36:]
                                       + struct.pack(">2i", 1, len(ring_record) // 2) + ring_record)
shared.with_suffix(".shx").write_bytes(header[:24] + struct.pack(">i", 50 + 4 * 20_000) + struct.pack("<2i", 1000, 5) + header[36:]
                                       + struct.pack(">2i", 50, len(ring_record) // 2) * 20_000)
empty_columns = folder("gpkg-columns", data__json=collection()) / "found.gpkg"
empty_columns.write_bytes(plain_package)
names = ",".join(f"c{i}_{'x' * 50} INTEGER" for i in range(1900))
package = sqlite3.connect(empty_columns)
package.executescript(f"""CREATE TABLE v(fid INTEGER PRIMARY KEY);
    INSERT INTO v(fid) WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 1000000) SELECT n FROM r;
    INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES('v', 'attributes', 'v'); PRAGMA writable_schema=1;
    UPDATE sqlite_schema SET sql = 'CREATE TABLE v(fid INTEGER PRIMARY KEY, {names})' WHERE name = 'v';""")
package.close()
kml = '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>' + "<Folder>" * 20_000 + "</Folder>" * 20_000 + "</Document></kml>"
folder("kml-folders", data__json=collection(), found__kml=kml)
attributes = " ".join(f'a{i}=">"' for i in range(600_000))
folder("kml-attributes", data__json=collection(), found__kml=f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document {attributes}/></kml>')
folder("topojson-arcs", data__json=collection(), found__topojson='{"type":"Topology","objects":{"a":{"type":"MultiLineString","arcs":[' + ",".join(["[0]"] * 3_000_000)
       + ']}},"arcs":[[[0,0],[1,1]]]}')
os.mkfifo(folder("pipe-table") / "data.json")
crowd = folder("entries-folder", data__json=collection())
for i in range(300):
    (crowd / f"{i}").mkdir()
    for k in range(1000):
        (crowd / f"{i}" / f"{k}").touch()
empty = folder("empty-folders")
for i in range(200_000):
    (empty / f"{i}").mkdir()
for i in range(20_000):
    folder(f"many-jobs/job_{i:05}", data__json=collection(feature(point(i % 180, i % 90), n=i)), job__json=json.dumps({"id": f"j{i}", "status": "SUCCEEDED"}))
