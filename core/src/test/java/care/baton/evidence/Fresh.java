package care.baton.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Classes of the tests as if they were met for the first time: what is remembered of a class is worked out again. */
final class Fresh extends ClassLoader {

    private final String family;

    private Fresh(String family, ClassLoader parent) {
        super(parent);
        this.family = family;
    }

    /** The same class once more, and what is nested beside it. */
    static Class<?> of(Class<?> known) {
        Class<?> top = known;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        try {
            return new Fresh(top.getName(), known.getClassLoader()).loadClass(known.getName());
        } catch (ClassNotFoundException gone) {
            throw new IllegalArgumentException(gone);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.equals(family) && !name.startsWith(family + "$")) {
            return super.loadClass(name, resolve);
        }
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
            return loaded;
        }
        String file = name.replace('.', '/') + ".class";
        try (InputStream bytes = getParent().getResourceAsStream(file)) {
            byte[] all = bytes.readAllBytes();
            return defineClass(name, all, 0, all.length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
