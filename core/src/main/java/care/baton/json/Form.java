package care.baton.json;

import care.baton.evidence.Salt;
import care.baton.party.Digest;

/** How the few values that are not plain are written. */
final class Form {

    /** The only field of words about a person: what was said, or null for nothing. */
    static final String WORDS = "$words";

    /** The only field of words that were erased: the fingerprint they had. */
    static final String ERASED = "$erased";

    /** The field that tells the members of a family apart. */
    static final String TYPE = "type";

    private static final int LONGEST_NAME = 64;

    private Form() {}

    /** A fingerprint, in lower-case digits and nothing else. */
    static Digest digest(String hex) {
        Digest digest = Digest.fromHex(hex);
        if (!digest.hex().equals(hex)) {
            throw new IllegalArgumentException("digest: lower-case digits");
        }
        return digest;
    }

    /** A salt, in lower-case digits and nothing else. */
    static Salt salt(String hex) {
        Salt salt = Salt.fromHex(hex);
        if (!salt.hex().equals(hex)) {
            throw new IllegalArgumentException("salt: lower-case digits");
        }
        return salt;
    }

    /** Whether a name can stand in a place that is told. */
    static boolean isShowable(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || "._-".indexOf(c) >= 0);
    }

    /** Whether any release could have written a field of this name. */
    static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }
}
