package care.baton.fhir.hostile;

import care.baton.json.Reading;
import java.util.Optional;
import java.util.function.Function;

/** What was read once is read again from what it is written as. */
final class Same {

    private Same() {}

    static <T> void twice(Reading<T> first, Function<T, String> writing, Function<String, Reading<T>> reading) {
        if (first instanceof Reading.Complete<T> read) {
            as(read.value(), reading.apply(writing.apply(read.value())).fold(Optional::of, no -> Optional.empty()));
        } else if (first.refusals().isEmpty()) {
            throw new AssertionError("neither read nor refused");
        }
    }

    static <T> void as(T once, Optional<T> again) {
        if (!again.equals(Optional.of(once))) {
            throw new AssertionError("read again it is another");
        }
    }
}
