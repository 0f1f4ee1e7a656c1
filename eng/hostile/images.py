"""Pictures and rasters written byte by byte, for the makers of hostile ones."""
import struct, zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(path, size, *notes):
    packer, row = zlib.compressobj(1), bytes(1 + (size + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(size)) + packer.flush()
    header = struct.pack(">IIBBBBB", size, size, 1, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(notes) + chunk(b"IDAT", data) + chunk(b"IEND", b""))


def tags_tiff(path, tags, at=200):
    entries = b"".join(struct.pack("<HHII", *tag) for tag in sorted(tags))
    path.write_bytes((struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + entries + bytes(4)).ljust(at, b"\0") + bytes(40))


def plain(columns, rows):
    return [(256, 4, 1, columns), (257, 4, 1, rows), (258, 3, 1, 8), (259, 3, 1, 8), (262, 3, 1, 1), (273, 4, 1, 200), (277, 3, 1, 1), (278, 4, 1, rows),
            (279, 4, 1, 40)]


def overviews_tiff(path, count, bands, kind=1):
    """A raster of so many directories: overviews, or pages, whose kind is 0."""
    file = bytearray(struct.pack("<2sHI", b"II", 42, 8))
    for index in range(count):
        size = 1 if index else 2
        tags = [(254, 4, kind if index else 0), (256, 4, size), (257, 4, size), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, bands), (278, 4, size),
                (279, 4, bands)]
        file += struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", tag, form, 1, value) for tag, form, value in tags)
        file += struct.pack("<I", len(file) + 4 if index < count - 1 else 0)
    path.write_bytes(bytes(file) + bytes(2_000_000))


def noted_tiff(path, text):
    """A raster of one pixel with GDAL's metadata."""
    tags = [(256, 3, 1, 1), (257, 3, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 0), (277, 3, 1, 1), (278, 3, 1, 1), (279, 3, 1, 1)]
    tags += [(42112, 2, len(text), 8 + 2 + 12 * 10 + 4)]
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    path.write_bytes(struct.pack("<2sHIH", b"II", 42, 8, len(tags)) + entries + bytes(4) + text)


def items(*kinds):
    return b"<GDALMetadata>" + b"".join(item % i for count, item in kinds for i in range(count)) + b"</GDALMetadata>\0"


def palette_tiff(path):
    """A raster of four by four pixels of 16 bits, and a colour for each value that they may have."""
    colors = 3 * 65_536
    tags = [(256, 4, 1, 4), (257, 4, 1, 4), (258, 3, 1, 16), (259, 3, 1, 1), (262, 3, 1, 3), (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, 4), (279, 4, 1, 32),
            (320, 3, colors, 500), (33550, 12, 3, 300), (33922, 12, 6, 324), (34735, 3, 16, 372)]
    entries = struct.pack("<H", len(tags)) + b"".join(struct.pack("<HHII", *tag) for tag in tags)
    place = struct.pack("<9d", .25, .25, 0, 0, 0, 0, 10, 51, 0) + struct.pack("<16H", 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
    head = struct.pack("<2sHI", b"II", 42, 100) + bytes(range(32))
    path.write_bytes(((head.ljust(100, b"\0") + entries).ljust(300, b"\0") + place).ljust(500, b"\0") + bytes(range(256)) * (2 * colors // 256))
