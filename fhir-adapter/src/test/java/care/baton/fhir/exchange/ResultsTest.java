package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirJson;
import care.baton.handoff.Input;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came of a Task goes by its name where it has a name and words and nothing more, and else stays whole. */
class ResultsTest {

    @Test
    void aNameWithWordsIsReadAsThat() {
        assertThat(Results.read(task("{'type':{'text':'first-visit'},'valueString':'Stable at home'}")))
                .containsExactly(new Input(Code.of("first-visit"), Sensitive.of("Stable at home")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':{'text':'first-visit'},'valueString':'Stable','id':'a'}",
                "{'type':{'text':'first-visit','coding':[{'code':'x'}]},'valueString':'Stable'}",
                "{'type':{'text':5},'valueString':'Stable'}",
                "{'type':{'coding':[{'code':'x'}]},'valueString':'Stable'}",
                "{'type':{'text':'first-visit'},'valueReference':{'reference':'Observation/1'}}",
                "{'type':{'text':'first-visit'},'valueString':' '}",
                "{'type':{'text':'Words of a person, not a code'},'valueString':'Stable'}",
                "{'valueString':'Stable'}"
            })
    void whateverHasMoreOrLessStaysWholeAndHasANumber(String output) {
        assertThat(Results.read(task(output)))
                .containsExactly(new Input(Code.of("output-1"), Sensitive.of(output.replace('\'', '"'))));
    }

    @Test
    void theNumberIsThePlaceAmongAll() {
        assertThat(Results.read(
                        task("{'valueInteger':1},{'type':{'text':'seen'},'valueString':'Yes'},{'valueInteger':3}")))
                .extracting(result -> result.name().value())
                .containsExactly("output-1", "seen", "output-3");
    }

    private static FhirJson task(String output) {
        return FhirJson.read(("{'resourceType':'Task','output':[" + output + "]}").replace('\'', '"'))
                .value()
                .orElseThrow();
    }
}
