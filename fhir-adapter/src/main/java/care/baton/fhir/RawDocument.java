package care.baton.fhir;

import java.util.Arrays;
import java.util.Objects;

/**
 * The bytes exactly as they arrived, kept for the person who has to look. It prints nothing of them.
 */
public final class RawDocument {

    private final byte[] bytes;

    /**
     * Keeps a document.
     *
     * @param bytes the document; copied
     */
    public RawDocument(byte[] bytes) {
        this.bytes = Objects.requireNonNull(bytes, "bytes").clone();
    }

    /**
     * The document.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawDocument that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RawDocument";
    }
}
