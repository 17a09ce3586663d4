package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No data decides which class is made of it. */
@Promise(34)
class NoTypeByNameTest {

    /** As a class file names what it uses. */
    private static final List<String> NAMES = List.of(
            "java/io/ObjectInputStream",
            "java/io/ObjectOutputStream",
            "java/io/Externalizable",
            "java/beans/XMLDecoder",
            "java/lang/reflect/Proxy",
            "java/net/URLClassLoader",
            "javax/script/",
            "javax/naming/",
            "readObject",
            "readResolve",
            "forName",
            "loadClass",
            "activateDefaultTyping",
            "enableDefaultTyping",
            "JsonTypeInfo",
            "PolymorphicTypeValidator");

    private static Set<String> named(Class<?> type) {
        String bytes = bytes(type);
        Set<String> named = new TreeSet<>();
        NAMES.stream().filter(bytes::contains).forEach(name -> named.add(type.getSimpleName() + " names " + name));
        return named;
    }

    private static String bytes(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsReadAsAJavaObjectNorByTheNameOfItsClass() {
        Set<String> all = new TreeSet<>();
        Adapter.classes().forEach(type -> all.addAll(named(type)));

        assertThat(all).isEmpty();
        assertThat(Adapter.classes()).hasSizeGreaterThan(150);
    }

    /** Enums are so by the language; the exception never leaves the reader that throws it. */
    @Test
    void nothingButEnumsAndOneExceptionIsSerializable() {
        assertThat(Adapter.classes().stream()
                        .filter(Serializable.class::isAssignableFrom)
                        .filter(type -> !Enum.class.isAssignableFrom(type))
                        .map(Class::getSimpleName))
                .containsExactly("Rejected");
    }

    @Test
    void whatWouldBeOneIsFoundOut() {
        assertThat(named(Reader.class))
                .containsExactlyInAnyOrder("Reader names java/io/ObjectInputStream", "Reader names readObject");
    }

    /** An example of what nobody may do. */
    private static final class Reader {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new java.io.ObjectInputStream(in).readObject();
        }
    }
}
