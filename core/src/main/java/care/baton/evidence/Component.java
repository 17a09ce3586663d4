package care.baton.evidence;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;

/** One named part of a record, and what it may be. */
public final class Component {

    private final String name;
    private final byte[] nameBytes;
    private final Kind kind;
    private final boolean display;
    private final MethodHandle reader;

    Component(RecordComponent component, String where, MethodHandles.Lookup lookup) throws IllegalAccessException {
        if (!WireName.isField(component.getName()) || component.getName().equals("type")) {
            throw new IllegalArgumentException(where + ": 'type' is taken; letters and digits only");
        }
        this.name = component.getName();
        this.nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        this.kind = Kind.of(component.getGenericType(), where);
        this.display = component.isAnnotationPresent(Display.class) || kind.isDisplay();
        this.reader =
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
    }

    /**
     * Its name, as it travels.
     *
     * @return the name of the component
     */
    public String name() {
        return name;
    }

    /**
     * What it may be.
     *
     * @return its kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Whether it is shown and decides nothing.
     *
     * @return true when the fingerprint of a definition leaves it out
     */
    public boolean isDisplay() {
        return display;
    }

    /**
     * What a record holds here.
     *
     * @param owner the record
     * @return the value; never null
     */
    public Object read(Object owner) {
        try {
            return (Object) reader.invokeExact(owner);
        } catch (RuntimeException | Error known) {
            throw known;
        } catch (Throwable checked) {
            throw new IllegalStateException(name + ": cannot be read", checked);
        }
    }

    byte[] nameBytes() {
        return nameBytes;
    }
}
