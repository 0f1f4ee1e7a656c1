"""Hostile archives."""
import gzip, io, struct, tarfile, warnings, zipfile
from shared import collection, feature, point, root


def bomb(name, kind):
    zeros = root / "zeros"
    with zeros.open("wb") as file:
        file.truncate(1 << 30)
    (root / "data").write_text(collection(feature(point(0, 0))))
    files = [(root / "data", "output/data.json"), (zeros, "output/zeros")]
    if kind == "zip":
        with zipfile.ZipFile(root / f"{name}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for path, inner in files:
                archive.write(path, inner)
    else:
        with tarfile.open(root / f"{name}.tgz", "w:gz", compresslevel=6) as archive:
            for path, inner in files:
                archive.add(path, inner)
    for path, _ in files:
        path.unlink()


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


def tar_header(name, size, kind):
    header = tarfile.TarInfo(name)
    header.size, header.type = size, kind
    return header.tobuf(tarfile.USTAR_FORMAT)


def notes_tar(name, kind, note, count=1):
    """A file of a tar with notes before it: of PAX, or a long name of GNU."""
    block = tar_header("note", len(note), kind) + note + bytes(-len(note) % 512)
    data = collection(feature(point(0, 0))).encode()
    file = tar_header("output/data.json", len(data), tarfile.REGTYPE) + data + bytes(-len(data) % 512)
    with gzip.open(root / f"{name}.tgz", "wb", compresslevel=1) as archive:
        for _ in range(count):
            archive.write(block)
        archive.write(file + bytes(1024))


comment = b" comment=" + b"x" * 100_000_000 + b"\n"
notes_tar("pax-header", tarfile.XHDTYPE, str(len(comment) + 9).encode() + comment)
notes_tar("pax-headers", tarfile.XHDTYPE, b"14 comment=xx\n", 500_000)
notes_tar("pax-keys", tarfile.XHDTYPE, b"".join(b"%d k%06d=x\n" % (13, i) for i in range(1_000_000)))
notes_tar("gnu-name", tarfile.GNUTYPE_LONGNAME, b"n" * 100_000_000 + b"\0")
with zipfile.ZipFile(root / "same-names.zip", "w") as archive:
    warnings.simplefilter("ignore")
    for i in range(99_000):
        archive.writestr("output/data.json", "{}")
with zipfile.ZipFile(root / "alike-names.zip", "w") as archive:
    for i in range(50_000):
        archive.writestr("output/" + "".join(c.upper() if i >> k & 1 else c for k, c in enumerate("abcdefghijklmnopq")) + ".txt", "")
member = gzip.compress(b"")
packed = io.BytesIO()
with tarfile.open(fileobj=packed, mode="w") as archive:
    data = tarfile.TarInfo("output/data.json")
    text = collection(feature(point(0, 0))).encode()
    data.size = len(text)
    archive.addfile(data, io.BytesIO(text))
(root / "gzip-members.tgz").write_bytes(member * 5_000_000 + gzip.compress(packed.getvalue()))
(root / "gzip-bytes.tgz").write_bytes(b"".join(gzip.compress(packed.getvalue()[i:i + 1]) for i in range(len(packed.getvalue()))))

# A zip whose entries all lie over one another: each tells the same packed bytes, of 90 MB of zeros, as its own.
kernel = zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED)
kernel.writestr("output/0.bin", bytes(1_000_000))
kernel.close()
bytes_, info = buffer.getvalue(), kernel.infolist()[0]
end = len(bytes_) - 22
central = bytes_[info.header_offset + 30 + len(info.filename) + info.compress_size:end]
local = bytes_[:end - len(central)]
count = 60_000
(root / "overlaps.zip").write_bytes(local + central * count + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(central) * count, len(local), 0))
