package com.acme.care.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import com.acme.care.db.Customers;
import com.acme.care.ml.Learning;
import com.acme.care.ml.Predictor;
import com.acme.care.ml.Readings;

/** Makes what the parts offer known to the service: they know nothing of Spring. */
@Configuration
class Parts {

    /** Within the service's transactions, and with its pool. */
    @Bean
    Customers customers(DataSource dataSource) {
        DataSource connections = new TransactionAwareDataSourceProxy(dataSource);
        return new Customers(connections, connections);
    }

    /** The model in the file that PREDICTION_MODEL names, or one that learns now, within a second, from the data in the jar. */
    @Bean
    Predictor predictor(@Value("${PREDICTION_MODEL:}") String file) throws IOException {
        if (!file.isEmpty()) {
            return Predictor.load(Path.of(file));
        }
        Path data = Files.createTempFile("machines", ".csv");
        try (InputStream stream = new ClassPathResource("datasets/machines.csv").getInputStream()) {
            Files.copy(stream, data, StandardCopyOption.REPLACE_EXISTING);
            return new Predictor(Learning.learn(Readings.read(data)).model());
        } finally {
            Files.delete(data);
        }
    }
}
