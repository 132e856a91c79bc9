package com.acme.orders.ml;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.DataSource;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.evaluation.TrainTestSplitter;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.evaluation.RegressionEvaluator;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/** How a model is made of readings, and how good it is on readings that it has not seen. */
public final class Learning {

    private static final long SEED = 7L;
    private static final int TREES = 100;
    private static final double TRAINED_WITH = 0.75;

    /** Tribuo tells of every tree. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private Learning() {
    }

    /** A model, and how it did on the quarter of the readings that were kept from it. */
    public record Learned(Model<Regressor> model, Quality quality) {
    }

    /** The same readings give the same model. */
    public static Learned learn(DataSource<Regressor> readings) {
        var split = new TrainTestSplitter<>(readings, TRAINED_WITH, SEED);
        var training = new MutableDataset<>(split.getTrain());
        var unseen = new MutableDataset<>(split.getTest());
        if (training.size() == 0 || unseen.size() == 0) {
            throw new IllegalArgumentException("there are too few readings to learn from: " + split.totalSize());
        }
        Model<Regressor> model = trainer().train(training);
        Quality quality = Quality.of(new RegressionEvaluator().evaluate(model, unseen), training.size(), unseen.size());
        return new Learned(model, quality);
    }

    private static Trainer<Regressor> trainer() {
        // Trees as deep as 12, leaves of at least 2, each branch chosen among half of the columns.
        var tree = new CARTRegressionTrainer(12, 2, 0, 0.5f, false, new MeanSquaredError(), SEED);
        return new RandomForestTrainer<>(tree, new AveragingCombiner(), TREES, SEED);
    }
}
