package dev.packs.site;

import dev.packs.io.RelativePath;
import dev.packs.search.SearchedPack;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a site. Equal packs give equal bytes. */
public final class Site {

    private final SiteNeeds needs;
    private final String plugin;

    /** @param plugin the coordinates under which its goals can always be typed */
    public Site(SiteNeeds needs, String plugin) {
        this.needs = needs;
        this.plugin = plugin;
    }

    /** Everything but the pages of single packs. */
    public SortedMap<RelativePath, byte[]> frame(Collection<SearchedPack> packs) {
        SortedMap<RelativePath, byte[]> files = new TreeMap<>();
        files.put(RelativePath.parse("index.html"), bytes(IndexPage.of(packs, plugin)));
        for (String name : new String[] {Frame.STYLE, Frame.ICON}) {
            files.put(RelativePath.parse(name), bytes(Frame.resource(name)));
        }
        return Collections.unmodifiableSortedMap(files);
    }

    /** The page of a pack, which lies at its {@link SiteAddress#page}. */
    public byte[] page(SitePack pack) {
        return bytes(PackPage.of(pack, needs));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
