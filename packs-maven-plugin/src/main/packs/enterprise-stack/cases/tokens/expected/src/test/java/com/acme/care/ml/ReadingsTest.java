package com.acme.care.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {

    @TempDir
    private Path folder;

    @Test
    void columns_are_found_by_name() throws IOException {
        var readings = Readings.read(file("days_left,age,load,more,vibration,temperature,state\n1,2,3,x,4,5,ok\n"));

        var example = readings.iterator().next();
        assertThat(example.getOutput().toString()).contains("ok");
        assertThat(example.lookup("temperature").getValue()).isEqualTo(5);
        assertThat(example.lookup("age").getValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "temperature,vibration,load,state,days_left|1,2,3,ok,1;:1: there is no column `age`",
            "temperature,vibration,load,age,state,days_left|1,2,3;:2: 3 values for 6 columns",
            "temperature,vibration,load,age,state,days_left|1,two,3,4,ok,1;:2: `two` is no number",
            "temperature,vibration,load,age,state,days_left|1,2,3,4,ok,1|1,NaN,3,4,ok,1;:3: `NaN` is no number"})
    void what_is_wrong_is_said_with_its_line(String text, String message) throws IOException {
        Path file = file(text.replace('|', '\n'));

        assertThatIllegalArgumentException().isThrownBy(() -> Readings.read(file)).withMessageContaining(message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }
}
