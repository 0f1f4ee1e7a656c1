namespace Up42.Interactive.Tests.Text;

internal static partial class SecretSamples
{
    /// <summary>What must come out as it went in.</summary>
    public static IReadOnlyList<string> Innocents { get; } =
    [
        .. """
        The password policy of the workspace is described in the manual.
        Forgot your password? See the console.
        Password: see the manual
        Tokens expire after five minutes.
        The token was refused.
        Token: none
        A token of appreciation
        token bucket algorithm
        The bearer of this note may enter
        Bearer documents are kept for a year
        Bearing 245 degrees, distance 12 km
        Basic information about the job
        Basic processing level
        Cookie: none is set
        Authorization: see chapter 4
        basic: yes
        BASIC 10 PRINT
        Signature of the lead scientist: ________
        The spectral signature of water
        signature=analogue
        spectral signature = low
        sig=0.05
        alpha=0.01;sig=0.05
        significance: 0.95
        sigma=1.5
        sigma0=12.5 dB
        design=1
        designation=A12
        Policy: open data
        policy=open
        data policy=CC-BY-4.0
        key=value
        key: B8A
        keyword=forest
        keypoints=1200
        monkey=1
        key figures for 2023
        The key finding: 12 ships
        api documentation, version 2
        author: Jane Doe
        authority=EPSG
        authorized: true
        author=jane.doe@example.com
        secretary=Smith
        The secret of good imagery is a clear sky
        secret: no
        credentials were checked
        credential type: project
        upload finished
        upload_id column is missing
        access was granted
        accessibility=good
        pass=1
        pass: descending
        passes=14
        passenger ships: 3
        pwd
        overpass=2023-05-01T10:00:00Z
        path/row 193/24
        hmac is a keyed hash
        jane.doe@example.com
        mailto:jane.doe@example.com
        contact us: support@up42.com
        3 @ 10 m
        ssh://git@github.com/up42/up42-py.git
        git@github.com:up42/up42-py.git
        http://localhost:8080/tiles/{z}/{x}/{y}.png
        http://127.0.0.1:9000/storage/a.tgz
        https://api.up42.com/projects/5b5f0e1a/jobs/0a1b2c3d
        https://example.com/a?b=c&d=e#f
        https://example.com/?q=token
        https://example.com/search?key=berlin
        https://example.com/map?policy=open
        https://example.com/@52.5,13.4,12z
        https://www.openstreetmap.org/#map=12/52.51/13.40
        https://tile.openstreetmap.org/12/2200/1343.png
        https://en.wikipedia.org/wiki/Token_(disambiguation)
        https://example.com/a%20b%2Fc.tif
        https://earth.example/stac/collections/sentinel-2-l2a/items/S2B_33UUU_20200330
        s3://sentinel-cogs/sentinel-s2-l2a-cogs/33/U/UU/2020/3/S2B_33UUU_20200330_0_L2A/B04.tif
        gs://bucket/folder/file.tif
        /vsicurl/https://example.com/a.tif
        C:\data\results\a.tif
        /home/jane/results/job_7b5f/data.json
        eyJ
        eyjafjallajökull
        ghosts=2
        ghp
        data:image/png;base64,iVBORw0KGgo=
        Über den Wolken: 12 %
        東京 2020-03-30
        50 % off; 3 > 2 & 2 < 3
        a=1&b=2&c=3
        x=1; y=2; z=3
        {"type":"Point","coordinates":[13.4,52.5]}
        {"key":"value"}
        {"token":"word"}
        {"keys":["a","b"]}
        {"author":"jane@example.com"}
        {"a":"b:c@d"}
        POLYGON((13.1 52.1,13.2 52.1,13.2 52.2,13.1 52.1))
        EPSG:32633
        urn:ogc:def:crs:OGC:1.3:CRS84
        PROJCS["WGS 84 / UTM zone 33N",AUTHORITY["EPSG","32633"]]
        +proj=utm +zone=33 +datum=WGS84 +units=m +no_defs
        b4/b3-1
        (B8-B4)/(B8+B4)
        NDVI = 0.71
        7b5f0e1a-3c4d-4e5f-8a9b-0c1d2e3f4a5b
        0a1b2c3d4e5f60718293a4b5c6d7e8f9
        crc32c=yZRlqg==,md5=rL0Y20zC+Fzt72VPzMSk2A==
        etag="d41d8cd98f00b204e9800998ecf8427e"
        x-request-id: 8fa2b1c3d4e5
        2024-01-15T11:00:00Z
        2020-01-01 12:00:00,000 - blockutils - INFO - token refreshed
        ERROR - authentication failed: token expired
        WARNING - key 'B8A' not found, using 'B08'
        INFO - keys: ['a', 'b']
        INFO - reading https://example.com/a.tif (12 MB)
        DEBUG - cache key tile_12_2200_1343
        CUDA error: out of memory
        Traceback (most recent call last):
          File "block.py", line 12, in <module>
        KeyError: 'token'
        ValueError: invalid literal for int() with base 10: 'sig'
        Job Ships of Rotterdam 0a1b2c3d-j: SUCCEEDED
        sharpening:1
        sentinelhub-s2-aoiclipped:1
        oneatlas-pleiades-aoiclipped:1
        up42.data_path
        up42-order:id
        eo:cloud_cover
        view:sun_elevation = 43.2
        proj:epsg=32633
        cloudCoverage <= 20
        providerProperties.incidenceAngle
        file size=12,345 bytes
        1 key, 2 tokens, 3 secrets
        usage: up42 run --token FILE --password PROMPT
        --password is asked for when it is missing
        Password must have 12 characters
        passwords do not match (error E1234)
        The token is valid for 5m30s
        token is expired since 2024-01-15T11:00:00Z
        --token-file /run/secrets/up42
        --user jane:users -u 1000:1000
        curl -u jane https://api.example/
        AccountKey column is missing
        X-Api-Key: missing
        {"name":"key","value":"B8A"}
        {"name":"band","value":"B8A"}
        <tokens>1200</tokens><password/><key>B8A</key>
        cache_key=tile_12_2200_1343
        sort_key=b8a; key_id=4; primary_key=id
        https://example.com:8080/a1/jane@example.com
        // see jane@example.com, note 4b
        max_tokens: 4096a
        session=2020-03-30T10:21:01Z
        password -> none
        password: |
        token: >- see below
        https://example.com/?code=EPSG:32633&pat=1
        https://example.com/?code=DE&zip=10115
        error code=E1234, path=/a/b
        code=S2A; pat=x
        mysql -u jane -p results
        mysql -P 3306 -h db1.example
        mkdir -p /data/a1b2c3
        docker login -u jane registry1.example
        login page-p1 is slow
        jdbc:postgresql://db.example:5432/results
        jdbc:sqlite:/data/a1.db
        sk-learn 1.5, sk-project-2
        response="ok" status=200
        response = 12.5 dB
        response: 2024-01-15T11:00:00Z
        {"cookies":[]}
        {"cookies":["a","b"]}
        cookies: [accepted, 2024-01-15T11:00:00Z]
        npm_config_cache=/tmp/a1
        Authorization: Digest is asked for
        """.Split('\n').Select(line => line.TrimEnd('\r')),
        "Pass\u00adwort: siehe Handbuch", "\ufeffid;name;key", "می\u200cخواهم", "👨\u200d👩\u200d👧 token: none", "ｋｅｙ＝ｖａｌｕｅ", "ＳＩＧ：０．０５",
        "𝐤𝐞𝐲 figures", "a%20b%E2%80%8Bc", "½ token", "Größe=12 key=B8A", "東京 token=なし", "&shy;key&zwj;s", "\\u200bpass=1", "e\u0301cole: policy=open",
        "100 %ege",
        "& so on; &#; &#x;", "\\u12", "%E2%80", "™ key ①",
        .. Enumerable.Range(0, 40)
            .Select(index =>
            $"S2{(index % 2 == 0 ? 'A' : 'B')}_MSIL2A_202003{index + 1:00}T101021_N0214_R022_T33UUU_202003{index + 1:00}T141021.SAFE"),
        .. Enumerable.Range(0, 40)
            .Select(index => $"https://example.com/tiles/{index}/key_{index}/token-{index}/sig_{index}.png?v={index}&size=256&format=png"),
    ];
}
