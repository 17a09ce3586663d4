package care.baton.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Says a refusal as one plain sentence that a person can act on. The English sentences come with the library; a host
 * may bring its own. A sentence has {@code {path}}, {@code {roles}}, {@code {at}} and {@code {names}} where the facts go; what stands in
 * {@code [ ]} is left out when a fact in it is not known, and a known fact without a place of its own is put at the end.
 */
public final class Sentences {

    private static final Sentences ENGLISH = new Sentences(load(), load());

    private final ResourceBundle own;
    private final ResourceBundle english;

    private Sentences(ResourceBundle own, ResourceBundle english) {
        this.own = own;
        this.english = english;
    }

    /**
     * The sentences that come with the library.
     *
     * @return plain English
     */
    public static Sentences english() {
        return ENGLISH;
    }

    /**
     * A host's own sentences, with the English one for each reason they lack.
     *
     * @param bundle a sentence for each {@link Reason}, under its name
     * @return the sentences
     */
    public static Sentences from(ResourceBundle bundle) {
        return new Sentences(Objects.requireNonNull(bundle, "bundle"), ENGLISH.english);
    }

    /**
     * One refusal as a sentence. Instants are given in UTC.
     *
     * @param refusal the refusal
     * @return the sentence, with the path, the roles, the instant and the names in it
     */
    public String of(Refusal refusal) {
        Objects.requireNonNull(refusal, "refusal");
        String key = refusal.code().name();
        String sentence = own.containsKey(key) ? own.getString(key) : english.getString(key);
        String roles = words(refusal.roles());
        return Template.fill(
                sentence,
                List.of(
                        new Template.Fact("{path}", refusal.path()),
                        new Template.Fact("{roles}", roles),
                        new Template.Fact(
                                "{at}", refusal.at().map(Instant::toString).orElse("")),
                        new Template.Fact("{names}", words(refusal.names()))));
    }

    private static String words(List<Code> codes) {
        return codes.stream().map(Code::value).collect(Collectors.joining(", "));
    }

    private static ResourceBundle load() {
        try (InputStream stream = Sentences.class.getResourceAsStream("refusals.properties")) {
            return new PropertyResourceBundle(
                    new InputStreamReader(Objects.requireNonNull(stream, "sentences"), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("sentences", broken);
        }
    }
}
