package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The core as a module, with the Java platform and nothing else beside it. */
class AloneTest {
    @Test
    void theModuleNeedsThePlatformAlone() throws Exception {
        ClassLoader loader = alone().findLoader("care.baton.core");
        Set<String> initialized = new TreeSet<>();

        for (String name : types()) {
            Class<?> type = Class.forName(name, true, loader);
            assertThat(type.getDeclaredMethods()).isNotNull();
            assertThat(type.getModule().getName()).isEqualTo("care.baton.core");
            initialized.add(name);
        }

        assertThat(initialized).isNotEmpty();
        assertThat(loader.getResource("com/fasterxml/jackson/core/JsonFactory.class"))
                .isNull();
    }

    @Test
    void everyPackageIsExported() {
        Set<String> exported = new TreeSet<>();
        Set<String> packages = new TreeSet<>(
                alone().findModule("care.baton.core").orElseThrow().getPackages());
        alone().findModule("care.baton.core")
                .orElseThrow()
                .getDescriptor()
                .exports()
                .forEach(export -> exported.add(export.source()));

        assertThat(exported).isEqualTo(packages);
    }

    private static List<String> types() {
        return Core.classes().stream()
                .map(type -> type.getName())
                .filter(name -> !name.equals("module-info") && !name.startsWith("care.baton.json."))
                .sorted()
                .toList();
    }

    private static ModuleLayer alone() {
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(Core.CLASSES), ModuleFinder.of(), Set.of("care.baton.core"));
        return ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    }
}
