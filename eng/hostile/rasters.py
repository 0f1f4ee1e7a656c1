"""Hostile rasters and pictures."""
import os, pathlib, struct, subprocess, zlib
from images import chunk, items, noted_tiff, overviews_tiff, plain, png, tags_tiff
from shared import beside, collection, feature, folder, point


def zeros(count):
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(count >> 20)) + packer.flush()


tags_tiff(folder("wide-tiff", data__json=collection()) / "a.tif", plain(2**31 - 1, 1))
tags_tiff(folder("tall-strip", data__json=collection()) / "a.tif", plain(46_336, 46_336))
long_tags = [(33550, 12, 2**31 - 1, 200), (33922, 12, 2**28, 200), (34735, 3, 2**32 - 1, 200), (34737, 2, 2**31 - 1, 200), (42112, 2, 2**30, 200),
             (42113, 2, 2**31 - 1, 200), (700, 1, 2**32 - 1, 200), (270, 2, 2**31, 200)]
tags_tiff(folder("tag-lengths", data__json=collection()) / "a.tif", plain(4, 4) + long_tags, at=400)
tags_tiff(folder("tag-number", data__json=collection()) / "a.tif", plain(4, 4) + [(40000 + i % 25000, 2, 4, 0x41414141) for i in range(65_000)], at=800_000)
loop = folder("tag-loop", data__json=collection()) / "a.tif"
loop.write_bytes(struct.pack("<2sHIHHHIII", b"II", 42, 8, 1, 256, 4, 1, 1, 8))
rings = struct.pack("<2sHI", b"II", 42, 8)
subs = plain(1, 1) + [(330, 4, 2, 300)]
rings += struct.pack("<H", len(subs)) + b"".join(struct.pack("<HHII", *tag) for tag in sorted(subs)) + struct.pack("<I", 8)
(folder("directory-loops", data__json=collection()) / "a.tif").write_bytes(rings.ljust(300, b"\0") + struct.pack("<II", 8, 8) + bytes(200))
described = folder("band-description", data__json=collection())
(described / "in.vrt").write_text(
    f'<VRTDataset rasterXSize="64" rasterYSize="64"><VRTRasterBand dataType="Byte" band="1"><Description>{"d" * 1_000_000}</Description></VRTRasterBand></VRTDataset>')
subprocess.run(["gdal_translate", "-q", described / "in.vrt", described / "a.tif"], check=True)
(described / "in.vrt").unlink()
os.mkfifo(folder("pipe-raster", data__json=collection()) / "a.tif")


def picture(name, extension, write):
    """The same as a raster and as the quicklook of a feature."""
    path = folder(name, data__json=collection(feature(point(1, 1), id="scene"))) / f"scene.{extension}"
    write(path)
    return path


picture("picture", "png", lambda path: png(path, 60_000))
bomb = zeros(1 << 30)
picture("png-profile", "png", lambda path: png(path, 64, chunk(b"iCCP", b"a\0\0" + bomb)))
picture("png-texts", "png", lambda path: png(path, 64, *[chunk(b"zTXt", b"a\0\0" + bomb)] * 20, *[chunk(b"tEXt", b"k\0v")] * 500_000))
jpeg = folder("work") / "a.jpg"
subprocess.run(["gdal_create", "-q", "-outsize", "64", "64", "-bands", "3", "-burn", "90", jpeg.with_suffix(".tif")], check=True)
subprocess.run(["gdal_translate", "-q", "-of", "JPEG", jpeg.with_suffix(".tif"), jpeg], check=True)
subprocess.run(["gdal_translate", "-q", "-of", "WEBP", jpeg.with_suffix(".tif"), jpeg.with_suffix(".webp")], check=True)
photo, webp = jpeg.read_bytes(), jpeg.with_suffix(".webp").read_bytes()
subprocess.run(["rm", "-r", jpeg.parent], check=True)
segment = b"\xff\xe1\xff\xffExif\0\0II*\0\x08\0\0\0" + bytes(65519)
picture("jpeg-segments", "jpg", lambda path: path.write_bytes(photo[:2] + segment * 3000 + photo[2:]))
frame = photo.index(b"\xff\xc0")
picture("jpeg-size", "jpg", lambda path: path.write_bytes(photo[:frame + 5] + struct.pack(">HH", 65_500, 65_500) + photo[frame + 9:]))
scans = photo.index(b"\xff\xda")
picture("jpeg-scans", "jpg", lambda path: path.write_bytes(photo[:frame] + b"\xff\xc2" + photo[frame + 2:frame + 5] + struct.pack(">HH", 4000, 4000)
                                                           + photo[frame + 9:scans] + b"\xff\xda\0\x08\1\1\0\0\0\0" * 2_000_000 + b"\xff\xd9"))
image = webp[12:]
moving = struct.pack("<4sI", b"VP8X", 10) + b"\2\0\0\0" + struct.pack("<I", 63)[:3] * 2 + struct.pack("<4sIIH", b"ANIM", 6, 0, 0)
still = bytes(6) + struct.pack("<I", 63)[:3] * 2 + bytes(4) + image
frames = (struct.pack("<4sI", b"ANMF", len(still)) + still) * 300_000
picture("webp-frames", "webp", lambda path: path.write_bytes(struct.pack("<4sI4s", b"RIFF", len(moving + frames) + 4, b"WEBP") + moving + frames))

many = folder("many-rasters", data__json=collection(*(feature(point(i % 180, i % 90), id=f"scene{i}") for i in range(3000))))
tags_tiff(many / "scene0.tif", plain(1, 1))
for i in range(1, 3000):
    (many / f"scene{i}.tif").write_bytes((many / "scene0.tif").read_bytes())
square = {"type": "Polygon", "coordinates": [[[10, 50], [11, 50], [11, 51], [10, 51], [10, 50]]]}
alike = folder("footprints", data__json=collection(*(feature(square, n=i) for i in range(400))))
subprocess.run(["gdal_create", "-q", "-outsize", "1", "1", "-a_srs", "EPSG:4326", "-a_ullr", "10", "51", "11", "50", "-ot", "Byte", alike / "r0.tif"], check=True)
for i in range(1, 400):
    (alike / f"r{i}.tif").write_bytes((alike / "r0.tif").read_bytes())
bands = folder("bands", data__json=collection()) / "a.tif"
subprocess.run(["gdal_create", "-q", "-outsize", "2", "2", "-bands", "60000", "-ot", "Byte", bands], check=True)


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


overviews_tiff(folder("overviews", data__json=collection()) / "a.tif", 9_999, 10)
overviews_tiff(folder("bands-overviews", data__json=collection()) / "a.tif", 20, 60_000)


noted_tiff(folder("metadata-items", data__json=collection()) / "a.tif", items((1_000_000, b'<Item name="k%d">v</Item>')))
noted_tiff(folder("metadata-domains", data__json=collection()) / "a.tif", items((100_000, b'<Item name="k" domain="d%d">v</Item>')))
noted_tiff(folder("metadata-allowed", data__json=collection()) / "a.tif", items((900, b'<Item name="k" domain="d%d">v</Item>'), (18_000, b'<Item name="k%d">v</Item>')))
jp2 = (pathlib.Path(__file__).parent / "../../../shared/data/cases/rasters/j04_dimap_jp2/IMG_01_PHR1A_MS/IMG_PHR1A_MS_R1C1.JP2").read_bytes()
pixels = jp2.index(b"jp2c") - 4
(folder("boxes", data__json=collection()) / "a.jp2").write_bytes(jp2[:pixels] + struct.pack(">I4s4s", 12, b"xml ", b"<a/>") * 200_000 + jp2[pixels:])

# Classes, as STAC has them and as GDAL's file beside the raster.
known = [{"value": i % 256, "name": f"class {i}"} for i in range(10_000)]
classified = folder("classes-bands", data__json=collection(feature(square, **{"classification:classes": known}))) / "a.tif"
subprocess.run(["gdal_create", "-q", "-outsize", "2", "2", "-bands", "60000", "-a_srs", "EPSG:4326", "-a_ullr", "10", "51", "11", "50", classified], check=True)


def noted(name, *bands, attributes=""):
    path = folder(name, data__json=collection()) / "a.tif"
    subprocess.run(["gdal_create", "-q", "-outsize", "2", "2", "-ot", "Byte", path], check=True)
    beside(path, *bands, attributes=attributes)


noted("aux-rows", "<GDALRasterAttributeTable>" + "<FieldDefn/>" * 1000 + "<Row/>" * 1_300_000 + "</GDALRasterAttributeTable>")
noted("aux-attributes", attributes="".join(f' a{i}="1"' for i in range(600_000)))
