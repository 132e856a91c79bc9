package com.example.machinecare.parts;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import com.example.machinecare.ml.Predictor;

/** What the model makes of a machine's reading. */
@RestController
@RequestMapping("/api/machines")
@Tag(name = "Machines")
class MachineController {

    private final Predictor predictor;

    MachineController(Predictor predictor) {
        this.predictor = predictor;
    }

    @PostMapping("/prediction")
    Predictor.Prediction predict(@RequestBody Map<String, Double> reading) {
        try {
            return predictor.predict(reading);
        } catch (IllegalArgumentException wrong) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
        }
    }
}
