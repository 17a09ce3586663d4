package care.baton.fhir.explorer;

import care.baton.record.Rulebook;
import java.util.function.Function;

/**
 * One way in which the protocol could be wrong, put into the step function.
 *
 * @param number its number in the list of reliability
 * @param sentence what is wrong
 * @param setUp where it shows
 * @param conduct the bent step function
 */
record Bug(int number, String sentence, SetUp setUp, Function<Rulebook, Conduct> conduct) {

    Search.Result search(int most) {
        return new Search(setUp, conduct.apply(Cast.rules(setUp.gated()))).run(most);
    }

    @Override
    public String toString() {
        return number + " " + sentence;
    }
}
