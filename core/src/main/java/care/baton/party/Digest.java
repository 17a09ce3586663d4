package care.baton.party;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of some content: 32 bytes that change when anything in the content changes, and
 * that do not give the content back. SHA-256.
 */
public final class Digest implements Comparable<Digest> {

    /** The number of bytes in a digest. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The fingerprint of these parts, one after the other.
     *
     * @param parts the content
     * @return its fingerprint
     */
    public static Digest of(byte[]... parts) {
        Objects.requireNonNull(parts, "digest");
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return new Digest(sha.digest());
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }

    /**
     * A fingerprint that was written down.
     *
     * @param bytes its 32 bytes
     * @return the fingerprint
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static Digest fromBytes(byte[] bytes) {
        Objects.requireNonNull(bytes, "digest");
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("digest: 32 bytes");
        }
        return fromBytes(bytes, 0);
    }

    /**
     * A fingerprint that was written down among other bytes.
     *
     * @param row the bytes
     * @param from where its 32 bytes begin
     * @return the fingerprint
     * @throws IllegalArgumentException if there are not 32 bytes from there on
     */
    public static Digest fromBytes(byte[] row, int from) {
        Objects.requireNonNull(row, "digest");
        if (from < 0 || row.length - from < LENGTH) {
            throw new IllegalArgumentException("digest: 32 bytes");
        }
        return new Digest(Arrays.copyOfRange(row, from, from + LENGTH));
    }

    /**
     * A fingerprint that was written down in hexadecimal.
     *
     * @param hex 64 hexadecimal digits
     * @return the fingerprint
     * @throws IllegalArgumentException if it is not 64 hexadecimal digits
     */
    public static Digest fromHex(String hex) {
        Objects.requireNonNull(hex, "digest");
        if (hex.length() != 2 * LENGTH || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("digest: 64 hexadecimal digits");
        }
        return new Digest(HexFormat.of().parseHex(hex));
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Writes the bytes among others.
     *
     * @param row where to
     * @param from where its 32 bytes are to begin
     * @throws IllegalArgumentException if there is no room for 32 bytes from there on
     */
    public void copyInto(byte[] row, int from) {
        Objects.requireNonNull(row, "row");
        if (from < 0 || row.length - from < LENGTH) {
            throw new IllegalArgumentException("row: room for 32 bytes");
        }
        System.arraycopy(bytes, 0, row, from, LENGTH);
    }

    /**
     * The bytes in hexadecimal.
     *
     * @return 64 lower-case digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Digest other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The kind of value only: a digest that nobody salted could be guessed back. */
    @Override
    public String toString() {
        return "Digest";
    }
}
