package dev.packs.rendering;

import dev.packs.io.RelativePath;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Compares this package with stock Thymeleaf and OGNL on one warm thread: a template of 2 KB, five substitutions, a loop over ten items. Run by hand; see docs/performance.md. */
final class RenderingBenchmark {

    private static final int ROUNDS = 15;
    private static final int RENDERS = 4000;

    private static final String LINE =
            "// What stands here does not change from one file to the next, and is most of it.\n";
    private static final String TEMPLATE = LINE.repeat(9) + "package [(${pkg})];\n" + LINE.repeat(8)
            + "class [(${name})] extends [(${base})] implements [(${type.name})] {\n"
            + "[# th:each=\"f : ${fields}\"]  private [(${f.type})] [(${f.name})];\n[/]"
            + LINE.repeat(7) + "} // [(${version})]\n";
    private static final RelativePath SOURCE = RelativePath.parse("a.java");

    private RenderingBenchmark() {}

    public static void main(String[] arguments) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            fields.add(Map.of("type", "String", "name", "field" + i));
        }
        Map<String, Object> values = Map.of(
                "pkg",
                "com.acme",
                "name",
                "Order",
                "base",
                "Entity",
                "type",
                Map.of("name", "Named"),
                "fields",
                fields,
                "version",
                "1.0");
        TemplateRenderer ours = new TemplateRenderer(
                new MapFileTree().with("a.java", TEMPLATE),
                "benchmark",
                new RenderLimits(Long.MAX_VALUE, Long.MAX_VALUE, 1_000_000, Long.MAX_VALUE, Duration.ofHours(1), 16));
        Scope scope = Scope.of(values);
        TemplateEngine stock = new TemplateEngine();
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCacheable(true);
        stock.setTemplateResolver(resolver);
        Context context = new Context(Locale.ROOT, values);
        if (!ours.render(SOURCE, scope).text().equals(stock.process(TEMPLATE, context))) {
            throw new AssertionError("the two do not render the same text");
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            for (int i = 0; i < RENDERS; i++) {
                ours.render(SOURCE, scope);
            }
            long middle = cpu();
            for (int i = 0; i < RENDERS; i++) {
                stock.process(TEMPLATE, context);
            }
            long end = cpu();
            ratios.add((double) (end - middle) / (middle - start));
            System.out.println("round " + round + ": ours " + RENDERS * 1_000_000_000L / (middle - start)
                    + " per cpu second, stock " + RENDERS * 1_000_000_000L / (end - middle));
        }
        List<Double> warm = new ArrayList<>(ratios.subList(ROUNDS / 3, ROUNDS));
        Collections.sort(warm);
        System.out.println("ours is " + warm.get(warm.size() / 2) + " times as fast (median of the warm rounds)");
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
