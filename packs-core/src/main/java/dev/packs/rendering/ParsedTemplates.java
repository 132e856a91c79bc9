package dev.packs.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.cache.ExpressionCacheKey;
import org.thymeleaf.cache.ICache;
import org.thymeleaf.cache.ICacheEntryValidityChecker;
import org.thymeleaf.cache.ICacheManager;
import org.thymeleaf.cache.TemplateCacheKey;
import org.thymeleaf.engine.TemplateModel;

/** Keeps each parsed template for as long as the renderer lives, which is one generation. */
final class ParsedTemplates implements ICacheManager, ICache<TemplateCacheKey, TemplateModel> {

    private final Map<TemplateCacheKey, TemplateModel> models = new HashMap<>();

    @Override
    public ICache<TemplateCacheKey, TemplateModel> getTemplateCache() {
        return this;
    }

    @Override
    public @Nullable ICache<ExpressionCacheKey, Object> getExpressionCache() {
        return null;
    }

    @Override
    public <K, V> @Nullable ICache<K, V> getSpecificCache(String name) {
        return null;
    }

    @Override
    public List<String> getAllSpecificCacheNames() {
        return List.of();
    }

    @Override
    public void clearAllCaches() {
        models.clear();
    }

    @Override
    public void put(TemplateCacheKey key, TemplateModel value) {
        models.put(key, value);
    }

    @Override
    public @Nullable TemplateModel get(TemplateCacheKey key) {
        return models.get(key);
    }

    @Override
    public @Nullable TemplateModel get(
            TemplateCacheKey key, ICacheEntryValidityChecker<? super TemplateCacheKey, ? super TemplateModel> checker) {
        return models.get(key);
    }

    @Override
    public void clear() {
        models.clear();
    }

    @Override
    public void clearKey(TemplateCacheKey key) {
        models.remove(key);
    }

    @Override
    public Set<TemplateCacheKey> keySet() {
        return models.keySet();
    }
}
