package dev.packs.it;

/** A pack whose every text would run a script, if a page took it for more than text. */
final class HostilePack {

    static final String GROUP = "com.acme.hostile";

    private static final String MANIFEST = """
            [pack]
            group = "com.acme.hostile"
            id = "evil"
            version = "1.0.0"
            name = "</title></h2><script>window.pwned='name';document.title='pwned'</script>"
            description = "\\"><img src=x onerror=\\"window.pwned='description'\\"> ' onmouseover='window.pwned=1"
            category = "other"
            license = "Apache-2.0"
            author = { name = "<b onclick=window.pwned=1>A</b>", email = "a@b.example" }
            repository = "https://example.org/?a=1&b='><script>window.pwned='repository'</script>"
            tags = ["</li><script>window.pwned='tag'</script>", "\\"><svg/onload=window.pwned='tag'>", "a#b=c&d"]
            keywords = ["<iframe srcdoc='<script>parent.pwned=1</script>'>", "javascript:window.pwned=1"]

            [[dependencies]]
            pack = "dev.packs.starters:base-java"
            version = "^1.0"
            reason = "</text></svg><script>window.pwned='reason'</script>"

            [[packages]]
            name = "org.webjars:bootstrap"
            version = "^5.3"

            [[variables]]
            name = "text"
            type = "string"
            description = "<script>window.pwned='variable'</script>\\u2028</script>"
            default = "</td><script>window.pwned='default'</script>"
            pattern = "(?s)<img src=x onerror=window.pwned=1>|.*"

            [[variables]]
            name = "needed"
            type = "string"
            required = true
            options = ["</code><script>window.pwned='option'</script>", "other"]

            [[templates]]
            name = "one"
            source = "templates/one"
            output = "[(${text})]/a'&b.txt"
            when = "${needed == '<script>window.pwned=1</script>'}"
            """;

    private static final String README = """
            # Evil <script>window.pwned='heading'</script>

            <script>window.pwned='block'</script>

            <img src=x onerror="window.pwned='img'">
            <svg onload="window.pwned='svg'"></svg>
            <style>body{display:none}</style>
            <meta http-equiv="refresh" content="0;url=https://evil.example/">

            Inline <img src=x onerror=window.pwned='inline'> and <a href="javascript:window.pwned=1">html</a>.

            [script](javascript:window.pwned='link') [data](data:text/html,<script>1</script>) [entity](javascript&colon;window.pwned=1)
            [upper](JaVaScRiPt:window.pwned=1) [file](file:///etc/passwd) [relative](docs/x.md) [protocol](//evil.example/x)
            [web](https://example.org/?a=1&b=2) [title](https://example.org "onmouseover=window.pwned=1") [below](#below)

            ![" onerror="window.pwned='alt'](https://evil.example/tracker.png) ![svg](data:image/svg+xml,<svg/onload=alert(1)>)
            [![badge](https://evil.example/badge.svg)](https://ci.example/)

            <javascript:window.pwned='auto'>

            | <script>window.pwned='head'</script> | b |
            | --- | --- |
            | `</code><script>window.pwned='cell'</script>` | [x](javascript:window.pwned=1) |

            ```html"><script>window.pwned='info'</script>
            </code></pre><script>window.pwned='code'</script>
            ```

            ## Below
            """;

    private HostilePack() {}

    static TestPack pack() {
        return TestPack.of(GROUP, "evil", "1.0.0")
                .withManifest(MANIFEST)
                .file("README.md", README)
                .file("templates/one", "x")
                .file("files/it's &amp; quoted.txt", "x");
    }
}
