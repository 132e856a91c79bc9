package dev.packs.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.Place;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the classes of this package where Thymeleaf is not to be had. */
class WithoutThymeleafTest {

    @Test
    void expressions_and_lines_need_no_thymeleaf() throws Exception {
        URL classes = Expression.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            assertThatThrownBy(() -> alone.loadClass(TextEngine.class.getName()).getDeclaredConstructor())
                    .isInstanceOf(NoClassDefFoundError.class);

            Class<?> placeType = alone.loadClass(Place.class.getName());
            Object place = placeType.getMethod("of", String.class).invoke(null, "pack.toml");
            Class<?> expressionType = alone.loadClass(Expression.class.getName());
            Object expression = expressionType
                    .getMethod("parse", String.class, placeType)
                    .invoke(null, "#names.pascal(name)", place);
            assertThat(expressionType.getMethod("evaluate", Map.class).invoke(expression, Map.of("name", "web-api")))
                    .isEqualTo("WebApi");

            Class<?> limitsType = alone.loadClass(RenderLimits.class.getName());
            Class<?> rendererType = alone.loadClass(TemplateRenderer.class.getName());
            Object renderer = rendererType.getConstructors()[0].newInstance(
                    null, "demo", limitsType.getMethod("standard").invoke(null));
            Method renderLine = rendererType.getMethod("renderLine", String.class, placeType, Map.class);
            Object line = renderLine.invoke(renderer, "src/[(${name})].java", place, Map.of("name", "a"));
            assertThat(line.getClass().getMethod("text").invoke(line)).isEqualTo("src/a.java");
        }
    }
}
