package care.baton.evidence;

import care.baton.party.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Random bytes that the host draws for each command, so that nobody can guess words back from their
 * fingerprint. Draw them from a cryptographic source and do not keep them: what the record needs of
 * them is derived and kept in the entries until it is erased.
 */
public final class Salt {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 64;
    private static final byte[] ENTRY = "entry".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMAND = "command".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * These random bytes.
     *
     * @param bytes 16 to 64 of them
     * @return the salt
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Salt of(byte[] bytes) {
        Objects.requireNonNull(bytes, "salt");
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("salt: 16 to 64 bytes");
        }
        return new Salt(bytes.clone());
    }

    /**
     * A salt that was written down in hexadecimal.
     *
     * @param hex 32 to 128 hexadecimal digits
     * @return the salt
     * @throws IllegalArgumentException if it is anything else
     */
    public static Salt fromHex(String hex) {
        Objects.requireNonNull(hex, "salt");
        if (hex.length() % 2 != 0 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            throw new IllegalArgumentException("salt: hexadecimal digits");
        }
        return of(HexFormat.of().parseHex(hex));
    }

    /**
     * The bytes in hexadecimal, for the host's store and nowhere else.
     *
     * @return lower-case digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * The fingerprint of the salt, which stays when the salt is gone.
     *
     * @return its digest
     */
    public Digest digest() {
        return digest(new Sheet());
    }

    Digest digest(Sheet sheet) {
        Bytes out = sheet.fresh();
        out.raw(bytes);
        return out.digest(0);
    }

    Salt forEntry(int index, Sheet sheet) {
        Bytes out = derived(sheet, ENTRY);
        out.four(index);
        return new Salt(out.sha());
    }

    Salt forCommand(Sheet sheet) {
        return new Salt(derived(sheet, COMMAND).sha());
    }

    private Bytes derived(Sheet sheet, byte[] use) {
        Bytes out = sheet.fresh();
        out.one(bytes.length);
        out.raw(bytes);
        out.raw(use);
        return out;
    }

    void putInto(Bytes out) {
        out.sized(bytes, bytes.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Salt that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Always the same word. */
    @Override
    public String toString() {
        return "Salt";
    }
}
