package care.baton.evidence;

import care.baton.party.Digest;
import java.util.Objects;
import java.util.Optional;

/**
 * What the first entry of a command keeps of what was asked, to know it again when it is asked again.
 *
 * @param content the salted fingerprint of what was asked
 * @param saltDigest the fingerprint of the salt
 * @param salt the salt; gone once any entry of the command is erased
 */
public record CommandMark(Digest content, Digest saltDigest, Optional<Salt> salt) {

    /** Checks that nothing is absent. */
    public CommandMark {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(saltDigest, "saltDigest");
        Objects.requireNonNull(salt, "salt");
    }

    static CommandMark of(Record asked, Salt base, Sheet sheet) {
        Salt salt = base.forCommand(sheet);
        return new CommandMark(Canonical.command(asked, salt, sheet), salt.digest(sheet), Optional.of(salt));
    }

    Seen compare(Record asked) {
        return salt.map(known ->
                        Canonical.command(asked, known, new Sheet()).equals(content) ? Seen.APPLIED : Seen.REUSED)
                .orElse(Seen.APPLIED);
    }

    CommandMark unsalted() {
        return new CommandMark(content, saltDigest, Optional.empty());
    }
}
